// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that serves more than one.
 *
 * @param body Markdown
 * @param category identifier; {@code null} for none
 * @param ticket whose answer it comes from; {@code null} when it was written by itself
 * @param version from 1; each change is one
 * @param changedBy name of the person
 */
record Article(
        long id,
        String title,
        String body,
        Audience audience,
        State state,
        @Nullable Long category,
        @Nullable TicketNumber ticket,
        int version,
        Instant changed,
        String changedBy) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 50_000;

    /** @throws Refusal without title or text, or when one is too long */
    Article {
        title = title.strip();
        body = body.strip();
        if (title.isEmpty()) {
            throw Refusal.inField("title", "tickets.article.title");
        }
        if (body.isEmpty()) {
            throw Refusal.inField("body", "tickets.article.body");
        }
        if (title.length() > LONGEST_TITLE) {
            throw Refusal.inField("title", "tickets.too-long", LONGEST_TITLE, title.length());
        }
        if (body.length() > LONGEST_BODY) {
            throw Refusal.inField("body", "tickets.too-long", LONGEST_BODY, body.length());
        }
    }

    /** Who may read it once it is published; each includes those before it. */
    enum Audience {
        PUBLIC("Tutti, anche senza accedere"),
        MEMBERS("Gli enti, nella loro area"),
        OFFICE("Solo il centro");

        private final String label;

        Audience(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** Whether who reads as {@code reader} may read what is written for this audience. */
        boolean reaches(Audience reader) {
            return compareTo(reader) <= 0;
        }
    }

    /** How far it has come. */
    enum State {
        DRAFT("Bozza"),
        PUBLISHED("Pubblicato"),
        RETIRED("Ritirato");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Something found by words. */
    record Found(long id, String title, String beginning) {}

    /** An article of a list, with the beginning of its text. */
    record Listed(
            long id,
            String title,
            String beginning,
            Audience audience,
            State state,
            @Nullable Long category,
            int version,
            Instant changed) {}

    /** A version as it was. */
    record Version(int number, String title, Audience audience, State state, Instant at, String author) {}

    /** Whether it served somebody. */
    record Feedback(boolean helpful, String text, Instant at, String author) {}
}
