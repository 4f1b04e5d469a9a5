// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Links;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks a sender of many bodies for which it writes, once: by a link that only the owner of the address has, good for
 * {@value #DAYS} days, to a page that shows nothing but the sender's own bodies.
 */
@Service
class BodyChoices {

    static final String PATH = "/assistenza/ente/";
    static final int DAYS = 14;

    private final IncomingStore store;
    private final MailboxStore mailboxes;
    private final MailSecrets secrets;
    private final Senders senders;
    private final Organizations organizations;
    private final Delivery delivery;
    private final AutomaticAnswer answers;
    private final Links links;
    private final Clock clock;

    BodyChoices(
            IncomingStore store,
            MailboxStore mailboxes,
            MailSecrets secrets,
            Senders senders,
            Organizations organizations,
            Delivery delivery,
            AutomaticAnswer answers,
            Links links,
            Clock clock) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.secrets = secrets;
        this.senders = senders;
        this.organizations = organizations;
        this.delivery = delivery;
        this.answers = answers;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What the page asks.
     *
     * @param bodies of the sender; empty when there is nothing left to choose
     */
    record Question(long incoming, String sender, String subject, List<Organization> bodies) {}

    void ask(long incoming, Letter letter) {
        Instant until = clock.instant().plus(Duration.ofDays(DAYS));
        String token = secrets.sign(incoming + "." + until.getEpochSecond(), purpose());
        answers.send(incoming, letter, "tickets.incoming.which-body", links.to(PATH + token), DAYS);
    }

    /** The question of a link; empty when the link is not ours or has expired. */
    @Transactional(readOnly = true)
    public Optional<Question> question(String token) {
        return secrets.verify(token, purpose())
                .map(text -> text.split("\\."))
                .filter(parts -> clock.instant().getEpochSecond() < Long.parseLong(parts[1]))
                .map(parts -> store.get(Long.parseLong(parts[0])))
                .map(incoming -> new Question(
                        incoming.id(),
                        incoming.sender(),
                        incoming.subject(),
                        incoming.state() == IncomingState.WAITING
                                ? organizations.all(senders.bodies(incoming.sender()))
                                : List.of()));
    }

    /**
     * Remembers for which body an address writes and opens the tickets that waited for it.
     *
     * @throws Refusal when the body is not one of the sender's
     */
    @Transactional
    public List<TicketNumber> choose(Question question, OrganizationId body) {
        if (question.bodies().stream().noneMatch(one -> one.id().equals(body))) {
            throw Refusal.inField("body", "tickets.incoming.body-required");
        }
        store.choose(question.sender(), body, clock.instant());
        String own = mailboxes.current().map(Mailbox::address).orElse("");
        List<TicketNumber> opened = new ArrayList<>();
        for (long id : store.waiting(question.sender())) {
            if (store.lock(id)
                    .filter(incoming -> incoming.state() == IncomingState.WAITING)
                    .isPresent()) {
                Letter letter = LetterReader.read(store.raw(id), own);
                opened.add(delivery.open(id, letter, body, senders.author(letter, body)));
            }
        }
        return opened;
    }

    private static String purpose() {
        return "choice of a body at centre " + Acting.currentCentre();
    }
}
