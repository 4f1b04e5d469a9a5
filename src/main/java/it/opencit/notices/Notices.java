// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import it.opencit.access.Persons;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules may ask of notices: to send a mail. It is kept together with the work that sends it, and leaves
 * afterwards; without a mail server it stays, to be read in the page <i>Avvisi</i>.
 */
@Service
public class Notices {

    private final MailStore mails;
    private final Persons persons;
    private final Clock clock;

    Notices(MailStore mails, Persons persons, Clock clock) {
        this.mails = mails;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Keeps a mail to be sent, in the transaction of the caller.
     *
     * @return whether it is new; {@code false} when a mail of the same key was kept before
     */
    @Transactional
    public boolean send(Mail mail) {
        return mails.add(List.of(mail), clock.instant()) > 0;
    }

    /**
     * As {@link #send}, for news, however many are told of it: who reads one mail a day finds it in its next digest, and only
     * there.
     *
     * @param urgent whether it cannot wait for the digest
     * @param link whole address of the page that it is about
     * @return how many mails are new
     */
    @Transactional
    public int tell(boolean urgent, String link, List<Mail> told) {
        Set<String> daily = urgent || told.isEmpty()
                ? Set.of()
                : persons.readingDaily(told.stream().map(Mail::to).toList());
        Map<Boolean, List<Mail>> byWaiting = told.stream()
                .collect(Collectors.partitioningBy(mail ->
                        mail.attachments().isEmpty() && daily.contains(mail.to().toLowerCase(Locale.ROOT))));
        return mails.gather(byWaiting.getOrDefault(true, List.of()), link, clock.instant())
                + mails.add(byWaiting.getOrDefault(false, List.of()), clock.instant());
    }
}
