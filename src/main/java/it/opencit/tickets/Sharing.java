// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;

/**
 * Who sees a ticket, besides the office.
 *
 * @param confidential whether only the requester and the observers see it, whatever the audience; mails then do not carry
 *     what it says
 * @param observers persons of the same body
 */
public record Sharing(Audience audience, boolean confidential, List<Observer> observers) {

    /** What holds when nothing is said. */
    public static final Sharing WHOLE_BODY = new Sharing(Audience.BODY, false, List.of());

    public Sharing {
        observers = List.copyOf(observers);
    }

    /** Whether a person of the body sees a ticket. */
    boolean includes(String username, Ticket ticket) {
        return audience == Audience.BODY && !confidential
                || username.equals(ticket.username())
                || observers.stream().anyMatch(one -> username.equals(one.username()));
    }

    /** In words, as pages write it. */
    String shown() {
        String names = observers.isEmpty()
                ? ""
                : ": "
                        + String.join(
                                ", ", observers.stream().map(Observer::name).toList());
        String who = confidential && audience == Audience.BODY
                ? (observers.isEmpty() ? Audience.OWN : Audience.NAMED).label() + names
                : audience == Audience.BODY && !observers.isEmpty()
                        ? audience.label() + "; lo segue" + (observers.size() == 1 ? "" : "ono") + names.substring(1)
                        : audience.label() + names;
        return confidential ? "Riservato. " + who : who;
    }
}
