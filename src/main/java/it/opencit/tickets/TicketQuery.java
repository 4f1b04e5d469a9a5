// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the list of tickets.
 *
 * @param states any of these; all when empty
 * @param words as a person writes them to a search engine; "" for none
 * @param notes whether words are looked for in internal notes too
 * @param assignee user name, or name of a group or supplier; "" for any
 * @param dueBefore only those whose next promise falls due before
 * @param after the last one of the page before
 * @param seer user name of the body's person who asks: only what it may see; {@code null} for all of the body
 */
record TicketQuery(
        Set<TicketState> states,
        @Nullable OrganizationId organization,
        String assignee,
        @Nullable Long category,
        @Nullable Urgency urgency,
        @Nullable TicketType type,
        String words,
        boolean notes,
        @Nullable Instant dueBefore,
        Sort sort,
        @Nullable Position after,
        int limit,
        @Nullable String seer) {

    /** The orders, as the API names them. */
    enum Sort {
        NEWEST("-opened", "Dai più recenti"),
        OLDEST("opened", "Dai più vecchi"),
        DUE("due", "Per scadenza");

        final String code;
        private final String label;

        Sort(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean descending() {
            return this == NEWEST;
        }

        String column() {
            return this == DUE ? "due_at" : "opened_at";
        }
    }

    TicketQuery {
        states = Set.copyOf(states);
    }

    /** What the office or a supplier asks. */
    TicketQuery(
            Set<TicketState> states,
            @Nullable OrganizationId organization,
            String assignee,
            @Nullable Long category,
            @Nullable Urgency urgency,
            @Nullable TicketType type,
            String words,
            boolean notes,
            @Nullable Instant dueBefore,
            Sort sort,
            @Nullable Position after,
            int limit) {
        this(
                states,
                organization,
                assignee,
                category,
                urgency,
                type,
                words,
                notes,
                dueBefore,
                sort,
                after,
                limit,
                null);
    }

    /** The same from the first one, so many at once. */
    TicketQuery first(int most) {
        return new TicketQuery(
                states,
                organization,
                assignee,
                category,
                urgency,
                type,
                words,
                notes,
                dueBefore,
                sort,
                null,
                most,
                seer);
    }

    /** The same, as far as a person of the body may see it. */
    TicketQuery seenBy(String username) {
        return new TicketQuery(
                states,
                organization,
                assignee,
                category,
                urgency,
                type,
                words,
                notes,
                dueBefore,
                sort,
                after,
                limit,
                username);
    }
}
