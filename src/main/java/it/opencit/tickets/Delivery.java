// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings what a message says to a ticket, with its files; a file that is not accepted is named there, never lost in silence. */
@Component
class Delivery {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 18_000;
    private static final int MOST_FILES = 30;

    private final Tickets tickets;
    private final TicketMails mails;
    private final Documents documents;
    private final Rulebooks rulebooks;
    private final Mailboxes mailboxes;
    private final IncomingStore store;
    private final AutomaticAnswer answers;
    private final Clock clock;

    Delivery(
            Tickets tickets,
            TicketMails mails,
            Documents documents,
            Rulebooks rulebooks,
            Mailboxes mailboxes,
            IncomingStore store,
            AutomaticAnswer answers,
            Clock clock) {
        this.tickets = tickets;
        this.mails = mails;
        this.documents = documents;
        this.rulebooks = rulebooks;
        this.mailboxes = mailboxes;
        this.store = store;
        this.answers = answers;
        this.clock = clock;
    }

    /** Opens a ticket of a body, and tells the sender its number. */
    TicketNumber open(long incoming, Letter letter, OrganizationId body, Author by) {
        List<FileId> files = new ArrayList<>();
        String text = text(letter, letter.text(), files);
        String title = letter.subject().isBlank() ? "(senza oggetto)" : letter.subject();
        TicketNumber number = tickets.open(
                new NewTicket(
                        TicketType.REQUEST,
                        category(),
                        Urgency.MEDIUM,
                        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title,
                        text,
                        body,
                        by.office() && !letter.senderName().isBlank() ? letter.senderName() : by.name(),
                        letter.sender()),
                by,
                clock.instant());
        files.forEach(file -> tickets.attach(number, Visibility.PUBLIC, file, by));
        store.settle(incoming, IncomingState.TICKET, null, letter, number, clock.instant());
        if (answers.may(AutomaticAnswer.Kind.OPENING, letter)) {
            mails.opened(number, title, letter.sender());
        }
        return number;
    }

    /** Adds the new part of a message to a ticket, as what its sender writes there. */
    void follow(long incoming, Letter letter, TicketNumber number, Author by) {
        List<FileId> files = new ArrayList<>();
        String text = text(letter, ReplyText.of(letter.text()), files);
        Visibility visibility = by.office() ? Visibility.INTERNAL : Visibility.PUBLIC;
        tickets.write(
                number, null, Message.of(visibility, text, null).with(files), by, clock.instant(), new HashSet<>());
        store.settle(incoming, IncomingState.FOLLOW_UP, null, letter, number, clock.instant());
    }

    private String text(Letter letter, String words, List<FileId> files) {
        List<String> refused = new ArrayList<>();
        for (Letter.Enclosed enclosed : letter.enclosed()) {
            if (files.size() == MOST_FILES) {
                refused.add(enclosed.name() + " (sono già " + MOST_FILES + " file)");
                continue;
            }
            try {
                files.add(
                        documents.storeSent(new Upload(enclosed.name(), new ByteArrayInputStream(enclosed.content()))));
            } catch (Refusal refusal) {
                refused.add(enclosed.name() + " (" + refusal.inItalian() + ")");
            }
        }
        StringBuilder text = new StringBuilder(words.isBlank() ? "(il messaggio non ha testo)" : words);
        if (text.length() > LONGEST_TEXT) {
            text.setLength(LONGEST_TEXT);
            text.append("…\n\n[Il testo era più lungo: è intero nel messaggio originale, in Posta in arrivo.]");
        }
        if (!refused.isEmpty()) {
            String named = String.join("; ", refused);
            text.append("\n\n[Allegati non accettati: ")
                    .append(named.length() > 1_500 ? named.substring(0, 1_500) + "…" : named)
                    .append(" Sono nel messaggio originale, in Posta in arrivo.]");
        }
        return text.toString();
    }

    /** The category of tickets opened by mail; another when the one chosen is not used any more. */
    private String category() {
        String wanted = mailboxes.current().map(Mailbox::category).orElse("");
        List<Category> offered = rulebooks.current().offered();
        return offered.stream()
                .filter(category -> category.code().equals(wanted))
                .findFirst()
                .orElseGet(offered::getFirst)
                .code();
    }
}
