// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;
import java.util.Set;

/**
 * Who sees a ticket, besides the office of the centre.
 *
 * <p>The office of a body that sees a ticket is remembered as it was called when that was decided, and does not follow its
 * requester: who changes office would else open to new colleagues what was asked among the old ones. Who belongs to it is
 * whoever works there when the ticket is read.
 *
 * @param confidential whether only the requester and the observers see it, whatever the audience; mails then do not carry
 *     what it says
 * @param observers persons of the same body
 * @param office of the body that sees it, for {@link Audience#OFFICE}; "" else, and while it is not decided yet
 * @param colleagues user names of those who work there now
 */
public record Sharing(
        Audience audience, boolean confidential, List<Observer> observers, String office, Set<String> colleagues) {

    /** What holds when nothing is said. */
    public static final Sharing WHOLE_BODY = new Sharing(Audience.BODY, false, List.of());

    public Sharing {
        observers = List.copyOf(observers);
        colleagues = Set.copyOf(colleagues);
    }

    /** Who sees it, where no office of the body is decided. */
    public Sharing(Audience audience, boolean confidential, List<Observer> observers) {
        this(audience, confidential, observers, "", Set.of());
    }

    Sharing with(Audience other, List<Observer> others) {
        return new Sharing(other, confidential, others, office, colleagues);
    }

    Sharing in(String officeOfTheBody) {
        return new Sharing(audience, confidential, observers, officeOfTheBody, Set.of());
    }

    /** Whether the same is decided: who works in the office now is not. */
    boolean isAs(Sharing other) {
        return audience == other.audience
                && confidential == other.confidential
                && observers.equals(other.observers)
                && office.equals(other.office);
    }

    /** Whether a person of the body sees a ticket. */
    boolean includes(String username, Ticket ticket) {
        return isOpenTo(colleagues.contains(username))
                || username.equals(ticket.username())
                || observers.stream().anyMatch(one -> username.equals(one.username()));
    }

    /**
     * Whether somebody of the body sees it who is neither its requester nor an observer.
     *
     * @param colleague whether it works in {@link #office()}
     */
    boolean isOpenTo(boolean colleague) {
        return !confidential && (audience == Audience.BODY || audience == Audience.OFFICE && colleague);
    }

    /** In words, as pages write it. */
    String shown() {
        String names = observers.isEmpty()
                ? ""
                : ": "
                        + String.join(
                                ", ", observers.stream().map(Observer::name).toList());
        boolean many = audience == Audience.BODY || audience == Audience.OFFICE;
        String label = office.isEmpty() ? audience.label() : onlyOf(office);
        String who = confidential && many
                ? (observers.isEmpty() ? Audience.OWN : Audience.NAMED).label() + names
                : many && !observers.isEmpty()
                        ? label + "; lo segue" + (observers.size() == 1 ? "" : "ono") + names.substring(1)
                        : label + names;
        return confidential ? "Riservato. " + who : who;
    }

    /** {@code Solo l'ufficio Tributi}; not twice the word when the name begins with it. */
    static String onlyOf(String office) {
        return office.regionMatches(true, 0, "ufficio ", 0, 8) ? "Solo l'" + office : "Solo l'ufficio " + office;
    }
}
