// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import org.jspecify.annotations.Nullable;

/** What is done to many tickets together. */
sealed interface BatchAct {

    record Assign(Assignee to) implements BatchAct {}

    /**
     * A change of state.
     *
     * @param reason "" for none
     * @param cause of a pause, what is waited for; {@code null} for what is usual of each ticket
     */
    record Change(TicketState to, String reason, @Nullable PauseCause cause) implements BatchAct {

        /** Of a pause the cause stays with it, of anything else there is none. */
        public Change {
            cause = to == TicketState.SUSPENDED ? cause : null;
        }

        Change(TicketState to, String reason) {
            this(to, reason, null);
        }

        /** Why, as the history tells it. */
        String why() {
            return cause == null ? reason : cause.words(reason);
        }
    }

    /** @param promise whether the service level is chosen again by the new category */
    record Categorize(Category to, String title, boolean promise) implements BatchAct {}

    /** The same for the same act, whatever it is called meanwhile. */
    default String code() {
        return switch (this) {
            case Assign(var to) -> "ASSIGN " + to.code();
            case Change(var to, var reason, var cause) -> "STATE " + to + " " + cause + " " + reason;
            case Categorize category -> "CATEGORY " + category.to().id() + " " + category.promise();
        };
    }

    /** In words, as it stays written. */
    default String what() {
        return switch (this) {
            case Assign(var to) -> "Assegnazione a " + to.shown();
            case Change change ->
                "Stato «" + change.to().label() + "»" + (change.why().isEmpty() ? "" : ": " + change.why());
            case Categorize category ->
                "Categoria «" + category.title() + "»" + (category.promise() ? ", con il suo livello di servizio" : "");
        };
    }
}
