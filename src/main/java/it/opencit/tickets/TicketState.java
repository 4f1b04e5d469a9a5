// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;

/**
 * Where a ticket stands. The names are those of GLPI in Italian, which the users know; what can follow what, and whether
 * the clock runs meanwhile, is said here and nowhere else.
 */
public enum TicketState {
    NEW("Nuovo", "Nuove", true),
    ASSIGNED("In lavorazione (assegnato)", "In lavorazione (assegnate)", true),
    PLANNED("In lavorazione (pianificato)", "In lavorazione (pianificate)", true),
    SUSPENDED("In sospeso", "In sospeso", false),
    TO_BE_TESTED("Da testare", "Da testare", false),
    SOLVED("Risolto", "Risolto", false),
    CLOSED("Chiuso", "Chiuso", false),
    DELETED("Eliminato", "Eliminato", false);

    private final String label;
    private final String plural;
    private final boolean clockRuns;

    TicketState(String label, String plural, boolean clockRuns) {
        this.label = label;
        this.plural = plural;
        this.clockRuns = clockRuns;
    }

    /** As pages write it of one ticket. */
    public String label() {
        return label;
    }

    /** As boards and filters write it of many: in the words of GLPI, which speaks of "chiamate". */
    public String plural() {
        return plural;
    }

    /** Whether working time counts: it does not while the office waits for somebody, nor after the solution. */
    public boolean clockRuns() {
        return clockRuns;
    }

    /** Whether the clock stands because somebody is waited for. */
    boolean isPause() {
        return this == SUSPENDED || this == TO_BE_TESTED;
    }

    /** The states that can follow, the usual one first. */
    public List<TicketState> next() {
        return switch (this) {
            case NEW -> List.of(ASSIGNED, PLANNED, SUSPENDED, SOLVED, DELETED);
            case ASSIGNED -> List.of(SOLVED, SUSPENDED, TO_BE_TESTED, PLANNED, DELETED);
            case PLANNED -> List.of(ASSIGNED, SOLVED, SUSPENDED, TO_BE_TESTED, DELETED);
            case SUSPENDED -> List.of(ASSIGNED, PLANNED, TO_BE_TESTED, SOLVED, DELETED);
            case TO_BE_TESTED -> List.of(SOLVED, ASSIGNED, PLANNED, SUSPENDED, DELETED);
            case SOLVED -> List.of(CLOSED, ASSIGNED);
            case CLOSED -> List.of(ASSIGNED);
            case DELETED -> List.of(NEW);
        };
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return switch (this) {
            case NEW, ASSIGNED, PLANNED, SUSPENDED, TO_BE_TESTED -> true;
            case SOLVED, CLOSED, DELETED -> false;
        };
    }

    /** Whether the office may still write on it. */
    boolean isWritable() {
        return this != DELETED;
    }

    /** Whether a file can still be added to it. */
    boolean takesFiles() {
        return this != DELETED && this != CLOSED;
    }

    /** Whether it was taken in charge: somebody has it, or had it. */
    boolean isTakenInCharge() {
        return this == ASSIGNED || this == PLANNED || this == TO_BE_TESTED || this == SOLVED;
    }

    /** Whether going there from here must say why: a pause, a trial, a removal, and going back on a solution. */
    boolean needsReason(TicketState to) {
        return to.isPause() || to == DELETED || isReopenedBy(to);
    }

    /** Whether going there takes back a solution. */
    boolean isReopenedBy(TicketState to) {
        return (this == SOLVED || this == CLOSED) && to.isOpen();
    }
}
