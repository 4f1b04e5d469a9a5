// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks requesters how satisfied they are, and keeps what they say: one opinion for each ticket, which who gave it may
 * change for a week.
 */
@Service
public class Opinions {

    static final Duration LINK_LASTS = Duration.ofDays(30);
    static final Duration MAY_CHANGE = Duration.ofDays(7);

    private static final String PURPOSE = "parere";
    private static final int LONGEST = 2_000;

    private final OpinionStore store;
    private final TicketStore tickets;
    private final SignedLinks links;
    private final Clock clock;

    Opinions(OpinionStore store, TicketStore tickets, SignedLinks links, Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.links = links;
        this.clock = clock;
    }

    /** What is added to the mail that tells of a solution. */
    String invitation(TicketNumber number) {
        return Messages.text(
                "tickets.opinion.invitation", links.address(OpinionController.path(token(number, clock.instant()))));
    }

    String token(TicketNumber number, Instant now) {
        return links.token(PURPOSE, number.value(), now.plus(LINK_LASTS));
    }

    /** @throws NotFound for a link that the centre did not sign, or that has expired */
    @Transactional
    public TicketNumber byLink(String token) {
        return links.read(PURPOSE, token, clock.instant())
                .map(TicketNumber::new)
                .orElseThrow(() -> new NotFound("No such link, or it has expired"));
    }

    @Transactional(readOnly = true)
    public Optional<Opinion> find(TicketNumber number) {
        return store.find(number);
    }

    /** Whether an opinion may be given, or changed, now. */
    boolean mayGive(TicketState state, Optional<Opinion> before) {
        return (state == TicketState.SOLVED || state == TicketState.CLOSED)
                && before.map(one -> !one.given().plus(MAY_CHANGE).isBefore(clock.instant()))
                        .orElse(true);
    }

    /**
     * Keeps an opinion.
     *
     * @param author user name; "" for who came by the link
     * @throws Refusal when the ticket is not solved, the score is none of the five, or the week is over
     */
    @Transactional
    public void give(TicketNumber number, long score, String text, String author) {
        Ticket ticket = tickets.lock(number).orElseThrow(() -> new NotFound("Ticket " + number));
        if (score < Opinion.LOWEST || score > Opinion.HIGHEST) {
            throw Refusal.inField("score", "tickets.opinion.score");
        }
        String written = text.strip();
        if (written.length() > LONGEST) {
            throw Refusal.inField("text", "tickets.too-long", LONGEST, written.length());
        }
        if (ticket.state() != TicketState.SOLVED && ticket.state() != TicketState.CLOSED) {
            throw new Refusal("tickets.opinion.not-solved", ticket.state().label());
        }
        if (!mayGive(ticket.state(), store.find(number))) {
            throw new Refusal("tickets.opinion.late", MAY_CHANGE.toDays());
        }
        store.keep(number, (int) score, written, clock.instant().truncatedTo(ChronoUnit.MICROS), author);
    }
}
