// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is noted on the way to an amount: always the marks, and the steps when an explanation was asked for.
 *
 * <p>Every component ends with one step at its own depth, after those of its parts.
 */
final class Trace {

    private final boolean recording;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Mark> marks = new LinkedHashSet<>();
    private final Set<Figure> figures = new LinkedHashSet<>();
    private final List<Mark> sinceLastStep = new ArrayList<>();
    private int depth;

    Trace(boolean recording) {
        this.recording = recording;
    }

    void deeper() {
        depth++;
    }

    void shallower() {
        depth--;
    }

    void figure(Figure figure) {
        figures.add(figure);
    }

    void mark(Mark mark) {
        marks.add(mark);
        if (!sinceLastStep.contains(mark)) {
            sinceLastStep.add(mark);
        }
    }

    /** Notes a partial amount and hands it back; the text is made only if it will be read. */
    BigDecimal step(BigDecimal amount, Supplier<String> text) {
        if (recording) {
            steps.add(new Step(text.get(), amount, depth, sinceLastStep));
            sinceLastStep.clear();
        }
        return amount;
    }

    /** Says of what the last step is the result, and hands the amount back. */
    BigDecimal head(String label, BigDecimal amount) {
        if (recording) {
            Step last = steps.removeLast();
            steps.add(new Step(label + ": " + last.text(), last.amount(), last.depth(), last.marks()));
        }
        return amount;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    List<Step> steps() {
        return steps.stream().map(Trace::capitalized).toList();
    }

    private static Step capitalized(Step step) {
        String text = step.text().substring(0, 1).toUpperCase(Locale.ITALY)
                + step.text().substring(1);
        return new Step(text, step.amount(), step.depth(), step.marks());
    }
}
