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
 * @param whose who has them; {@code null} for anybody
 * @param categories any of these, by identifier; all when empty
 * @param services what the service may be called, in lower case; any when empty
 * @param requester user name or address of who asked; "" for any
 * @param dueBefore only those whose next promise falls due before
 * @param after the last one of the page before
 * @param seer user name of the body's person who asks: only what it may see; {@code null} for all of the body
 * @param bodies of the seer, where no one body is asked for
 */
record TicketQuery(
        Set<TicketState> states,
        @Nullable OrganizationId organization,
        @Nullable Whose whose,
        Set<Long> categories,
        Set<String> services,
        String requester,
        @Nullable Urgency urgency,
        @Nullable TicketType type,
        String words,
        boolean notes,
        @Nullable Instant dueBefore,
        Sort sort,
        @Nullable Position after,
        int limit,
        @Nullable String seer,
        Set<OrganizationId> bodies) {

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
        categories = Set.copyOf(categories);
        services = Set.copyOf(services);
        bodies = Set.copyOf(bodies);
    }

    /** Every ticket, the newest first, with the words of internal notes: what the office sees. */
    static Asking first(int limit) {
        return new Asking(limit);
    }

    /** Says one by one what is asked; what is not said does not narrow. */
    static final class Asking {

        private int limit;
        private Set<TicketState> states = Set.of();
        private @Nullable OrganizationId organization;
        private @Nullable Whose whose;
        private Set<Long> categories = Set.of();
        private Set<String> services = Set.of();
        private String requester = "";
        private @Nullable Urgency urgency;
        private @Nullable TicketType type;
        private String words = "";
        private boolean notes = true;
        private @Nullable Instant dueBefore;
        private Sort sort = Sort.NEWEST;
        private @Nullable Position after;
        private @Nullable String seer;
        private Set<OrganizationId> bodies = Set.of();

        private Asking(int limit) {
            this.limit = limit;
        }

        Asking limit(int most) {
            limit = most;
            return this;
        }

        Asking states(Set<TicketState> any) {
            states = any;
            return this;
        }

        Asking of(@Nullable OrganizationId body) {
            organization = body;
            return this;
        }

        Asking whose(@Nullable Whose who) {
            whose = who;
            return this;
        }

        /** @param any by identifier; all when empty */
        Asking categories(Set<Long> any) {
            categories = any;
            return this;
        }

        /** @param any what the service may be called, in lower case; all when empty */
        Asking services(Set<String> any) {
            services = any;
            return this;
        }

        Asking requester(String usernameOrAddress) {
            requester = usernameOrAddress;
            return this;
        }

        Asking urgency(@Nullable Urgency one) {
            urgency = one;
            return this;
        }

        Asking type(@Nullable TicketType one) {
            type = one;
            return this;
        }

        Asking words(String written) {
            words = written;
            return this;
        }

        Asking withoutNotes() {
            notes = false;
            return this;
        }

        Asking dueBefore(@Nullable Instant moment) {
            dueBefore = moment;
            return this;
        }

        Asking sorted(Sort order) {
            sort = order;
            return this;
        }

        Asking after(@Nullable Position last) {
            after = last;
            return this;
        }

        /** Of any of a person's own bodies, as far as it may see it in each. */
        Asking seenBy(String username, Set<OrganizationId> own) {
            seer = username;
            bodies = own;
            return this;
        }

        /** As far as a person of the body may see it. */
        Asking seenBy(String username) {
            seer = username;
            return this;
        }

        TicketQuery done() {
            return new TicketQuery(
                    states,
                    organization,
                    whose,
                    categories,
                    services,
                    requester,
                    urgency,
                    type,
                    words,
                    notes,
                    dueBefore,
                    sort,
                    after,
                    limit,
                    seer,
                    bodies);
        }
    }
}
