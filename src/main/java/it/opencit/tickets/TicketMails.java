// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.shared.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The mails that a ticket sends. They hang on one thread, so that mail programs show them together and answers come back to
 * the ticket. What one act does is one mail for each address, whatever it is for the ticket, and none for who acted.
 */
@Component
class TicketMails {

    private final Notices notices;
    private final Centres centres;
    private final Persons persons;
    private final Mailboxes mailboxes;
    private final IncomingStore incoming;
    private final Links links;

    TicketMails(
            Notices notices,
            Centres centres,
            Persons persons,
            Mailboxes mailboxes,
            IncomingStore incoming,
            Links links) {
        this.notices = notices;
        this.centres = centres;
        this.persons = persons;
        this.mailboxes = mailboxes;
        this.incoming = incoming;
        this.links = links;
    }

    /** Who receives it: persons are told apart by the address at which they read. */
    private record Reader(String username, String address) {}

    /** Tells the requester the number of its ticket. */
    void opened(TicketNumber number, String title, String to) {
        send(number, title, "apertura", "apertura", to, "tickets.mail.opened", "", true);
    }

    /** Tells the requester the number of a ticket that somebody else opened for it. */
    void opened(TicketNumber number, String title, String to, Author by) {
        Reader requester = new Reader("", to);
        if (!to.isEmpty() && !isActor(requester, by)) {
            opened(number, title, to);
        }
    }

    /** Tells what was written: to the requester what the office wrote, to who works the ticket what the body wrote. */
    void written(Ticket ticket, String event, String key, String text, Author by) {
        String act = "v" + ticket.version();
        if (by.office()) {
            Reader requester = new Reader(ticket.username() == null ? "" : ticket.username(), ticket.email());
            if (!ticket.email().isEmpty() && !isActor(requester, by)) {
                send(ticket.number(), ticket.title(), act, event, ticket.email(), key, text, true);
            }
            return;
        }
        Assignee assignee = ticket.assignee();
        if (assignee != null) {
            toAssignee(ticket, assignee, act, event, "tickets.mail.body-wrote", text, by);
        }
    }

    /** Tells a person that a ticket is now its own. */
    void assigned(Ticket ticket, Assignee to, String reason, Author by) {
        toAssignee(
                ticket,
                to,
                "v" + ticket.version(),
                "assegnazione-" + ticket.version(),
                "tickets.mail.assigned",
                reason,
                by);
    }

    private void toAssignee(Ticket ticket, Assignee to, String act, String event, String key, String text, Author by) {
        if (to.kind() != Assignee.Kind.PERSON) {
            return;
        }
        Reader reader = new Reader(to.code(), persons.email(to.code()));
        if (!reader.address().isEmpty() && !isActor(reader, by)) {
            send(ticket.number(), ticket.title(), act, event, reader.address(), key, text, false);
        }
    }

    private boolean isActor(Reader reader, Author by) {
        return by.username().equals(reader.username())
                || by.username().equalsIgnoreCase(reader.address())
                || persons.email(by.username()).equalsIgnoreCase(reader.address());
    }

    /** @param act by which it is known that one person is told once */
    private void send(
            TicketNumber number,
            String title,
            String act,
            String event,
            String to,
            String key,
            String text,
            boolean requester) {
        Centre centre = centres.current();
        String name = centre.shortName().isBlank() ? centre.name() : centre.shortName();
        String replyTo = requester ? mailboxes.replyTo() : "";
        String where = requester ? "" : links.to(Addresses.of(number));
        StringBuilder body = new StringBuilder(
                Messages.text(key, number.toString(), title, text.isEmpty() ? "" : text + "\n\n", where)
                        .strip());
        if (requester) {
            body.append("\n\n")
                    .append(Messages.text(replyTo.isEmpty() ? "tickets.mail.no-reply" : "tickets.mail.reply"));
        }
        String address = to.toLowerCase(Locale.ROOT);
        notices.send(new Mail(
                "ticket-" + number + "-" + act + ":" + address,
                to,
                Messages.text("tickets.mail.subject", name, number.toString(), title),
                body.append("\n\n").append(name).toString(),
                List.of(),
                headers(number, event, address, centre, replyTo)));
    }

    private Map<String, String> headers(TicketNumber number, String event, String to, Centre centre, String replyTo) {
        List<String> thread = new ArrayList<>();
        thread.add(OwnMessages.root(number, centre.code()));
        thread.addAll(incoming.thread(number));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", OwnMessages.of(number, event, to, centre.code()));
        headers.put("In-Reply-To", thread.getLast());
        headers.put("References", String.join(" ", thread));
        headers.put("Auto-Submitted", "auto-generated");
        headers.put(OwnMessages.HEADER, centre.code());
        if (!replyTo.isEmpty()) {
            headers.put("Reply-To", replyTo);
        }
        return headers;
    }
}
