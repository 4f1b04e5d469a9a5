// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** What is done to many tickets together. */
sealed interface BatchAct {

    record Assign(Assignee to) implements BatchAct {}

    record Change(TicketState to, String reason) implements BatchAct {}

    /** @param promise whether the service level is chosen again by the new category */
    record Categorize(Category to, String title, boolean promise) implements BatchAct {}

    /** In words, as it stays written. */
    default String what() {
        return switch (this) {
            case Assign(var to) -> "Assegnazione a " + to.shown();
            case Change(var to, var reason) -> "Stato «" + to.label() + "»" + (reason.isEmpty() ? "" : ": " + reason);
            case Categorize category ->
                "Categoria «" + category.title() + "»" + (category.promise() ? ", con il suo livello di servizio" : "");
        };
    }
}
