// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was written on a ticket in GLPI, in our words.
 *
 * @param author name; "" when the export does not say
 * @param hidden whether only the office may read it
 */
record GlpiEntry(Kind kind, Instant at, String author, String text, boolean hidden) {

    private static final int LONGEST_TEXT = 20_000;

    /** What GLPI calls it, in the answers of its REST API. */
    enum Kind {
        FOLLOWUP("ITILFollowup"),
        TASK("TicketTask"),
        SOLUTION("ITILSolution");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /**
     * One of them; {@code null} when it says nothing.
     *
     * @param row fields by the names of the REST API
     * @param otherwise when it was written, where it does not say
     */
    static @Nullable GlpiEntry read(Kind kind, Map<String, String> row, Instant otherwise) {
        String text = GlpiTicket.words(row.getOrDefault("content", "")).strip();
        if (text.isEmpty()) {
            return null;
        }
        Instant at = GlpiTicket.moment(row.getOrDefault("date", ""));
        if (at == null) {
            at = GlpiTicket.moment(row.getOrDefault("date_creation", ""));
        }
        return new GlpiEntry(
                kind,
                at == null ? otherwise : at,
                author(row),
                shortened(kind == Kind.FOLLOWUP ? text : Messages.text("tickets.glpi.entry." + kind.name(), text)),
                GlpiTicket.isYes(row.getOrDefault("is_private", "")));
    }

    /** A note with the names of documents, which an export does not carry. */
    static GlpiEntry naming(List<String> documents, Instant at) {
        String names = documents.stream().distinct().collect(Collectors.joining("\n"));
        return new GlpiEntry(
                Kind.FOLLOWUP, at, "GLPI", shortened(Messages.text("tickets.glpi.entry.documents", names)), true);
    }

    /** As they were written: of what was written together, the follow-up before the solution. */
    static List<GlpiEntry> inOrder(List<GlpiEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(GlpiEntry::at).thenComparing(GlpiEntry::kind))
                .toList();
    }

    /** By name where the export was asked for names, else by number. */
    private static String author(Map<String, String> row) {
        String user = GlpiTicket.person(row.getOrDefault("users_id", ""));
        if (user.isEmpty() || user.equals("0")) {
            return GlpiTicket.person(row.getOrDefault("user_name", ""));
        }
        return user.matches("\\d+") ? Messages.text("tickets.glpi.user", user) : user;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
