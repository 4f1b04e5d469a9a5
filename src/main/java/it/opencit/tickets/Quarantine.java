// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody of the office decides about a message that waits. */
@Service
class Quarantine {

    private final IncomingStore store;
    private final MailboxStore mailboxes;
    private final TicketStore tickets;
    private final MergeStore merges;
    private final Senders senders;
    private final Organizations organizations;
    private final Delivery delivery;
    private final Clock clock;

    Quarantine(
            IncomingStore store,
            MailboxStore mailboxes,
            TicketStore tickets,
            MergeStore merges,
            Senders senders,
            Organizations organizations,
            Delivery delivery,
            Clock clock) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.tickets = tickets;
        this.merges = merges;
        this.senders = senders;
        this.organizations = organizations;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** A message and what it says. */
    record Shown(Incoming incoming, Letter letter) {}

    @Transactional(readOnly = true)
    public Shown show(long id) {
        Incoming incoming = store.get(id);
        return new Shown(incoming, letter(id));
    }

    @Transactional(readOnly = true)
    public byte[] raw(long id) {
        store.get(id);
        return store.raw(id);
    }

    @Transactional(readOnly = true)
    public long count() {
        return store.countOpen();
    }

    /** Opens a ticket of a body with it, as asked by its sender. */
    @Transactional
    public TicketNumber open(long id, OrganizationId body, Author by) {
        held(id);
        if (organizations.find(body).isEmpty()) {
            throw Refusal.inField("body", "tickets.organization");
        }
        Letter letter = letter(id);
        return delivery.open(id, letter, body, author(letter, body, by));
    }

    /** Adds it to a ticket, as what its sender writes there. */
    @Transactional
    public void attach(long id, TicketNumber number, Author by) {
        held(id);
        Ticket ticket = tickets.lock(merges.surviving(number))
                .orElseThrow(() -> Refusal.inField("ticket", "tickets.incoming.no-ticket", number.toString()));
        if (!ticket.state().isWritable() || ticket.state() == TicketState.CLOSED) {
            throw Refusal.inField(
                    "ticket", "tickets.write.closed", ticket.state().label());
        }
        Letter letter = letter(id);
        delivery.follow(id, letter, ticket.number(), author(letter, ticket.organization(), by));
    }

    @Transactional
    public void discard(long id, String why) {
        held(id);
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > 500) {
            throw Refusal.inField("why", "tickets.incoming.why");
        }
        store.discard(id, reason, clock.instant());
    }

    /** Who writes: the sender, or who decides where no address of a sender can be read. */
    private Author author(Letter letter, OrganizationId body, Author by) {
        return letter.sender().isEmpty() ? by : senders.author(letter, body);
    }

    private void held(long id) {
        Incoming incoming = store.lock(id).orElse(null);
        if (incoming == null) {
            store.get(id); // not there at all is another thing than held by somebody
            throw new Refusal("tickets.incoming.held");
        }
        if (!incoming.state().isOpen()) {
            throw new Refusal("tickets.incoming.done", incoming.state().label());
        }
    }

    private Letter letter(long id) {
        return LetterReader.read(
                store.raw(id), mailboxes.current().map(Mailbox::address).orElse(""));
    }
}
