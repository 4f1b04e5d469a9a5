// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is new in a reply: the message it answers, quoted below, is cut. */
final class ReplyText {

    /** Below these lines everything is of the message before. */
    private static final Pattern ORIGINAL = Pattern.compile(
            "\\s*(-{2,}\\s*(messaggio originale|original message|messaggio inoltrato)\\s*-{2,}|_{20,})\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INTRODUCTION = Pattern.compile(
            "\\s*(il|in data|on|am)\\b.{3,300}(ha scritto|wrote|schrieb)\\s*:\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern FROM = Pattern.compile("\\s*\\*?(da|from):\\*?\\s.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENT =
            Pattern.compile("\\s*\\*?(inviato|data|date|sent|a|to):\\*?\\s.*", Pattern.CASE_INSENSITIVE);

    private ReplyText() {}

    /** The new part; all of it when nothing else would be left. */
    static String of(String text) {
        List<String> lines = text.lines().toList();
        List<String> kept = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            int introduction = introduction(lines, at);
            if (ORIGINAL.matcher(line).matches() || isOutlook(lines, at)) {
                break;
            }
            if (introduction > 0) {
                if (!isQuoted(lines, at + introduction)) {
                    break; // quoted without marks, as some programs do: nothing new follows
                }
                at += introduction;
            } else {
                if (!line.startsWith(">")) {
                    kept.add(line);
                }
                at++;
            }
        }
        String reply = String.join("\n", kept).strip();
        return reply.isEmpty() ? text.strip() : reply;
    }

    /** How many lines say who wrote what follows: programs break a long one in two. */
    private static int introduction(List<String> lines, int at) {
        String first = lines.get(at);
        if (INTRODUCTION.matcher(first).matches()) {
            return 1;
        }
        boolean two = at + 1 < lines.size()
                && INTRODUCTION.matcher(first + " " + lines.get(at + 1)).matches();
        return two ? 2 : 0;
    }

    private static boolean isQuoted(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> line.startsWith(">"))
                .isPresent();
    }

    private static boolean isOutlook(List<String> lines, int at) {
        return FROM.matcher(lines.get(at)).matches()
                && at + 1 < lines.size()
                && SENT.matcher(lines.get(at + 1)).matches();
    }
}
