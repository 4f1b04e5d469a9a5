// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import it.opencit.shared.texts.Difference.Part.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What changed from one text to another, word by word. */
public final class Difference {

    /** Above this a comparison of all with all would take its time: what lies between is told as taken out and put in. */
    private static final int MOST = 3_000;

    private Difference() {}

    /** A piece of text that stayed, went or came. */
    public record Part(Kind kind, String text) {

        public boolean isRemoved() {
            return kind == Kind.REMOVED;
        }

        public boolean isAdded() {
            return kind == Kind.ADDED;
        }

        /** What became of a piece. */
        public enum Kind {
            SAME,
            REMOVED,
            ADDED
        }
    }

    /** The parts of both texts in their order. */
    public static List<Part> between(String before, String after) {
        List<Part> parts = new ArrayList<>();
        compare(lines(before), lines(after), parts, true);
        return joined(parts);
    }

    private static void compare(List<String> before, List<String> after, List<Part> parts, boolean lines) {
        if (before.size() > MOST || after.size() > MOST) {
            parts.add(new Part(Kind.REMOVED, String.join("", before)));
            parts.add(new Part(Kind.ADDED, String.join("", after)));
            return;
        }
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            parts.add(new Part(
                    Kind.SAME,
                    String.join("", before.subList(at, delta.getSource().getPosition()))));
            if (lines && delta.getType() == DeltaType.CHANGE) {
                compare(
                        words(String.join("", delta.getSource().getLines())),
                        words(String.join("", delta.getTarget().getLines())),
                        parts,
                        false);
            } else {
                parts.add(
                        new Part(Kind.REMOVED, String.join("", delta.getSource().getLines())));
                parts.add(new Part(Kind.ADDED, String.join("", delta.getTarget().getLines())));
            }
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        parts.add(new Part(Kind.SAME, String.join("", before.subList(at, before.size()))));
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("(?<=\n)"));
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split("(?<=\\s)|(?=\\s)"));
    }

    /** Neighbours of one kind are one part; empty ones are none. */
    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            if (part.text().isEmpty()) {
                continue;
            }
            if (!joined.isEmpty() && joined.getLast().kind() == part.kind()) {
                joined.add(new Part(part.kind(), joined.removeLast().text() + part.text()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
