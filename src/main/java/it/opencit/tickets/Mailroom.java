// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.database.Acting;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the mailboxes of all centres and works what came. A message is first kept as it is, in a transaction of its own and
 * under the number its server gave it; then worked in another. Should the program die anywhere, what was not kept is fetched
 * again and what was not worked is worked: nothing is lost, nothing is there twice.
 */
@Component
class Mailroom {

    private static final Logger LOG = LoggerFactory.getLogger(Mailroom.class);
    private static final int MOST_AT_ONCE = 500;

    private final Centres centres;
    private final Mailboxes mailboxes;
    private final MailboxStore reading;
    private final IncomingStore store;
    private final TicketStore tickets;
    private final MergeStore merges;
    private final Senders senders;
    private final Delivery delivery;
    private final AutomaticAnswer answers;
    private final BodyChoices choices;
    private final TransactionOperations transaction;
    private final Clock clock;

    Mailroom(
            Centres centres,
            Mailboxes mailboxes,
            MailboxStore reading,
            IncomingStore store,
            TicketStore tickets,
            MergeStore merges,
            Senders senders,
            Delivery delivery,
            AutomaticAnswer answers,
            BodyChoices choices,
            TransactionOperations transaction,
            Clock clock) {
        this.centres = centres;
        this.mailboxes = mailboxes;
        this.reading = reading;
        this.store = store;
        this.tickets = tickets;
        this.merges = merges;
        this.senders = senders;
        this.delivery = delivery;
        this.answers = answers;
        this.choices = choices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Fetches and works what came to every centre; trouble at one is not trouble of the others. */
    void receive() {
        centres.all()
                .forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> {
                    try {
                        mailboxes.current().filter(Mailbox::active).ifPresent(this::fetch);
                        work();
                    } catch (RuntimeException failure) {
                        LOG.error("Mail of {} was not received", centre.code(), failure);
                    }
                }));
    }

    private void fetch(Mailbox mailbox) {
        try (MailboxConnection connection = mailboxes.connect(mailbox)) {
            long validity = connection.validity();
            List<Message> fresh = connection.after(reading.seen(mailbox.id(), validity));
            for (Message message : fresh.subList(0, Math.min(fresh.size(), MOST_AT_ONCE))) {
                if (!mailbox.existing() && isOld(message, mailbox)) {
                    reading.saw(mailbox.id(), validity, connection.uidOf(message));
                    continue;
                }
                MailboxConnection.Fetched fetched = connection.fetch(message, mailbox.largest());
                transaction.executeWithoutResult(_ -> {
                    store.keep(mailbox.id(), validity, fetched, clock.instant());
                    reading.saw(mailbox.id(), validity, fetched.uid());
                });
            }
            reading.readable(mailbox.id());
        } catch (MessagingException failure) {
            String why = MailboxConnection.why(failure, mailbox);
            LOG.warn("Mailbox {} at {} was not read: {}", mailbox.address(), mailbox.host(), failure.getMessage());
            reading.unreadable(mailbox.id(), why, clock.instant());
        }
    }

    private static boolean isOld(Message message, Mailbox mailbox) throws MessagingException {
        return message.getReceivedDate() != null
                && message.getReceivedDate().toInstant().isBefore(mailbox.since());
    }

    /** Works what is kept and not worked yet, each message once. */
    void work() {
        Optional<Long> next = store.nextStored(0);
        while (next.isPresent()) {
            long id = next.get();
            try {
                transaction.executeWithoutResult(_ -> store.lock(id)
                        .filter(incoming -> incoming.state() == IncomingState.STORED)
                        .ifPresent(this::decide));
            } catch (RuntimeException failure) {
                LOG.error("Incoming message {} was not worked", id, failure);
                String why = String.valueOf(failure.getMessage());
                store.failed(id, why.substring(0, Math.min(why.length(), 500)), clock.instant());
            }
            next = store.nextStored(id);
        }
    }

    private void decide(Incoming incoming) {
        String own = mailboxes.current().map(Mailbox::address).orElse("");
        Letter letter = LetterReader.read(store.raw(incoming.id()), own);
        List<OrganizationId> bodies = senders.bodies(letter.sender());
        Fate fate = Fate.of(
                letter,
                new Fate.Facts(
                        incoming.whole(),
                        store.cameBefore(incoming.id(), letter),
                        senders.isStaff(letter.sender()),
                        thread(letter, bodies),
                        bodies,
                        store.choice(letter.sender()).orElse(null)));
        switch (fate) {
            case Fate.Opens opens ->
                delivery.open(incoming.id(), letter, opens.body(), senders.author(letter, opens.body()));
            case Fate.Follows follows -> {
                Ticket ticket = tickets.lock(follows.ticket()).orElseThrow();
                delivery.follow(incoming.id(), letter, follows.ticket(), senders.author(letter, ticket.organization()));
            }
            case Fate.Asks _ -> {
                settle(incoming, IncomingState.WAITING, null, letter, null);
                choices.ask(incoming.id(), letter);
            }
            case Fate.Kept kept -> {
                settle(incoming, IncomingState.QUARANTINE, kept.reason(), letter, null);
                if (kept.reason().isTold()) {
                    answers.send(incoming.id(), letter, kept.reason().key());
                }
            }
            case Fate.Receipt _ ->
                settle(
                        incoming,
                        IncomingState.RECEIPT,
                        null,
                        letter,
                        named(letter).flatMap(tickets::lock).map(Ticket::number).orElse(null));
            case Fate.Duplicate _ -> settle(incoming, IncomingState.DUPLICATE, null, letter, null);
        }
    }

    private void settle(
            Incoming incoming,
            IncomingState state,
            @Nullable QuarantineReason reason,
            Letter letter,
            @Nullable TicketNumber ticket) {
        store.settle(incoming.id(), state, reason, letter, ticket, clock.instant());
    }

    /** The ticket on whose thread a message is; what is on that of a duplicate goes on with the surviving one. */
    private Optional<Fate.Thread> thread(Letter letter, List<OrganizationId> bodies) {
        Optional<TicketNumber> named = named(letter);
        return named.map(merges::surviving)
                .flatMap(tickets::lock)
                .map(ticket -> new Fate.Thread(
                        ticket.number(),
                        ticket.state().isWritable() && ticket.state() != TicketState.CLOSED,
                        ticket.email().equalsIgnoreCase(letter.sender())
                                || bodies.contains(ticket.organization())
                                || store.wrote(ticket.number(), letter.sender())
                                || store.wrote(named.orElseThrow(), letter.sender())));
    }

    /** The ticket that a message names: by the messages it follows, else by the token in its subject. */
    private Optional<TicketNumber> named(Letter letter) {
        Centre centre = centres.current();
        return OwnMessages.ticket(letter.references(), centre.code())
                .or(() -> store.ticketOf(letter.references()))
                .or(() -> OwnMessages.ticket(letter.subject(), List.of(centre.shortName(), centre.name())));
    }
}
