// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Period;
import it.opencit.tickets.IncomingMessages;
import it.opencit.tickets.TicketNumber;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At Brescia an invented message of each fate: a ticket, its answer, a copy, one of many bodies, a stranger's, a receipt. */
@Component
@Order(630)
class DemonstrationMessages implements DemonstrationPart {

    private static final String MAILBOX = "assistenza@esempio.it";

    private final IncomingMessages messages;
    private final Organizations organizations;

    DemonstrationMessages(IncomingMessages messages, Organizations organizations) {
        this.messages = messages;
        this.organizations = organizations;
    }

    @Override
    public void load(Centre centre) {
        if (!centre.code().equals("brescia")) {
            return;
        }
        messages.prepare("imap.esempio.it", MAILBOX);
        String elena = "Elena Riva <elena.riva@esempio.it>";
        byte[] first = message(
                elena,
                "La firma digitale non si apre",
                "1",
                "",
                "Da ieri il programma della firma chiede un codice che non abbiamo.");
        TicketNumber number = messages.take(1, first).orElseThrow();
        messages.take(2, first);
        messages.take(
                3,
                message(
                        elena,
                        "Re: [" + centre.shortName() + " #" + number + "] La firma digitale non si apre",
                        "2",
                        "",
                        "Il codice era nella busta: ora si apre. Grazie."));
        String both = "ragioneria.associata@esempio.it";
        var term = new Period(LocalDate.of(2024, 1, 1), null);
        List<Organization> two = organizations.search("", OrganizationKind.COMUNE, null, 2);
        two.forEach(body -> organizations.add(
                body.id(), new BodyPerson(PersonRole.ACCOUNTING, InventedPeople.number(29), both, "", term)));
        messages.take(
                4,
                message(
                        both,
                        "Il flusso dei pagamenti è fermo",
                        "3",
                        "",
                        "Da due giorni non arrivano i flussi di rendicontazione."));
        messages.take(
                5,
                message(
                        "Offerte <offerte@negozio.example>",
                        "Prezzi ribassati per il vostro ente",
                        "4",
                        "",
                        "Solo per questa settimana, toner e carta a metà prezzo."));
        messages.take(
                6,
                message(
                        "posta-certificata@gestore.example",
                        "CONSEGNA: La firma digitale non si apre",
                        "5",
                        "X-Ricevuta: avvenuta-consegna\r\n",
                        "Il messaggio è stato consegnato nella casella di destinazione."));
    }

    private static byte[] message(String from, String subject, String id, String headers, String text) {
        return ("From: " + from + "\r\nTo: " + MAILBOX + "\r\nSubject: " + subject + "\r\nMessage-ID: <dimostrazione-"
                        + id
                        + "@esempio.it>\r\n" + headers
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
