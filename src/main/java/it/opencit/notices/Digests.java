// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.centres.Links;
import it.opencit.shared.Messages;
import it.opencit.shared.database.Acting;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** On the mornings of working days, one mail with all that waited for each person who reads one mail a day. */
@Component
class Digests {

    private final Centres centres;
    private final MailStore mails;
    private final WorkingDays days;
    private final Links links;
    private final TransactionOperations transaction;
    private final Clock clock;

    Digests(
            Centres centres,
            MailStore mails,
            WorkingDays days,
            Links links,
            TransactionOperations transaction,
            Clock clock) {
        this.centres = centres;
        this.mails = mails;
        this.days = days;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes through all centres. */
    void send() {
        centres.all().forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> send(centre)));
    }

    /** Goes through the centre this thread works for. */
    void send(Centre centre) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Italian.ROME);
        if (days.include(today)) {
            List<String> readers = Objects.requireNonNull(transaction.execute(_ -> mails.gatheredFor()));
            readers.forEach(reader -> transaction.executeWithoutResult(_ -> send(centre, reader, today)));
        }
    }

    private void send(Centre centre, String reader, LocalDate today) {
        List<MailStore.Gathered> waiting = mails.takeGathered(reader);
        if (waiting.isEmpty()) {
            return; // another node was here first
        }
        String name = centre.shortName().isBlank() ? centre.name() : centre.shortName();
        String lines = waiting.stream().map(Digests::line).collect(Collectors.joining("\n\n"));
        long digest = mails.addDigest(
                new Mail(
                        "riepilogo-" + reader + "-" + waiting.getLast().id(),
                        reader,
                        Messages.text("notices.digest.subject", name, Italian.date(today), waiting.size()),
                        Messages.text("notices.digest.text", lines, links.to("/indirizzo"), name),
                        List.of(),
                        Map.of("Auto-Submitted", "auto-generated", "X-OpenCIT", centre.code())),
                clock.instant());
        mails.digested(waiting.stream().map(MailStore.Gathered::id).toList(), digest);
    }

    /** When, about what, and the first words of the mail that did not leave. */
    private static String line(MailStore.Gathered mail) {
        String first = mail.text().lines().findFirst().orElse("").strip();
        return Italian.moment(mail.at()) + "  " + mail.subject() + "\n"
                + (first.endsWith(":") ? first.substring(0, first.length() - 1) + "." : first) + "\n" + mail.link();
    }
}
