// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.SupplierId;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.shared.Messages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The mails about tickets: for each event one for each person, and none to who made it. */
@Service
class TicketMail {

    private final Notices notices;
    private final Centres centres;
    private final SupplierDesks suppliers;
    private final SupplierLinks links;
    private final SharingStore sharings;
    private final Opinions opinions;

    TicketMail(
            Notices notices,
            Centres centres,
            SupplierDesks suppliers,
            SupplierLinks links,
            SharingStore sharings,
            Opinions opinions) {
        this.opinions = opinions;
        this.sharings = sharings;
        this.notices = notices;
        this.centres = centres;
        this.suppliers = suppliers;
        this.links = links;
    }

    /** Tells the requester and the observers what the office did, those of whom it is known where they read. */
    void tellBody(Ticket ticket, String event, String key, String text, Author by) {
        if (!by.office()) {
            return;
        }
        Set<String> addresses = new LinkedHashSet<>();
        if (!ticket.email().isEmpty() && !by.username().equals(ticket.username())) {
            addresses.add(ticket.email());
        }
        Sharing sharing = sharings.of(ticket.number());
        sharing.observers().stream()
                .filter(one -> !one.email().isEmpty())
                .filter(one -> addresses.stream().noneMatch(one.email()::equalsIgnoreCase))
                .forEach(one -> addresses.add(one.email()));
        for (String address : addresses) {
            boolean asks = key.equals("tickets.mail.solved") && address.equals(ticket.email());
            send(
                    ticket,
                    sharing.confidential(),
                    event,
                    address,
                    key,
                    text,
                    asks ? opinions.invitation(ticket.number()) : "");
        }
    }

    /** Tells every address of the supplier that has a ticket, each with a link of its own. */
    void tellSupplier(Ticket ticket, SupplierId supplier, String event, String key, String text) {
        boolean confidential = sharings.of(ticket.number()).confidential();
        for (String address : suppliers.get(supplier).addresses()) {
            String link = links.issue(ticket.number(), supplier, address);
            notices.send(new Mail(
                    "ticket-" + ticket.number() + "-" + event + "-fornitore-" + address,
                    address,
                    subject(ticket, confidential),
                    Messages.text(
                            key,
                            ticket.number().toString(),
                            title(ticket, confidential),
                            text(text, confidential),
                            name(),
                            link),
                    List.of()));
        }
    }

    /** @param more what is said to this address alone, after the text */
    private void send(
            Ticket ticket, boolean confidential, String event, String address, String key, String text, String more) {
        notices.send(new Mail(
                "ticket-" + ticket.number() + "-" + event + "-" + address,
                address,
                subject(ticket, confidential),
                Messages.text(
                        key,
                        ticket.number().toString(),
                        title(ticket, confidential),
                        text(text, confidential) + more,
                        name()),
                List.of()));
    }

    private String subject(Ticket ticket, boolean confidential) {
        return Messages.text("tickets.mail.subject", name(), ticket.number().toString(), title(ticket, confidential));
    }

    private static String title(Ticket ticket, boolean confidential) {
        return confidential ? Messages.text("tickets.mail.confidential.title") : ticket.title();
    }

    /** A mailbox is read by more people than the ticket: what is confidential stays out of it. */
    private static String text(String text, boolean confidential) {
        return confidential ? Messages.text("tickets.mail.confidential.text") : text;
    }

    private String name() {
        Centre centre = centres.current();
        return centre.shortName().isBlank() ? centre.name() : centre.shortName();
    }
}
