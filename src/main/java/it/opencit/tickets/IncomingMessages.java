// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages that were kept elsewhere as if the mailbox had just given them: for imports and the demonstration. */
@Service
public class IncomingMessages {

    private static final int LARGEST = 20 * 1024 * 1024;

    private final Mailboxes mailboxes;
    private final IncomingStore store;
    private final Mailroom mailroom;
    private final Clock clock;

    IncomingMessages(Mailboxes mailboxes, IncomingStore store, Mailroom mailroom, Clock clock) {
        this.mailboxes = mailboxes;
        this.store = store;
        this.mailroom = mailroom;
        this.clock = clock;
    }

    /**
     * Prepares a mailbox that is not read, where the centre has none.
     *
     * @param address to which the messages were written
     */
    @Transactional
    public void prepare(String host, String address) {
        if (mailboxes.current().isEmpty()) {
            var mailbox = new Mailbox(
                    0,
                    host,
                    993,
                    MailboxSecurity.TLS,
                    address,
                    new byte[0],
                    "INBOX",
                    address,
                    "assistenza",
                    LARGEST,
                    false,
                    false,
                    clock.instant(),
                    0);
            mailboxes.save(mailbox, "da scrivere quando la casella si accende", 0);
        }
    }

    /**
     * Keeps a message and decides of it.
     *
     * @param number by which it is told from the others; the same number twice is one message
     * @param raw as it came (RFC 5322)
     * @return the ticket that it opened or went on
     */
    @Transactional
    public Optional<TicketNumber> take(long number, byte[] raw) {
        Mailbox mailbox = mailboxes.current().orElseThrow();
        Instant now = clock.instant();
        long before = store.latest();
        store.keep(mailbox.id(), 0, new MailboxConnection.Fetched(number, now, raw.length, true, raw), now);
        mailroom.work();
        long id = store.latest();
        return id == before ? Optional.empty() : store.ticketOf(id);
    }
}
