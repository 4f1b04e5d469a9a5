// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import it.opencit.access.Persons;
import java.time.Clock;
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
        return mails.add(mail, clock.instant());
    }

    /**
     * As {@link #send}, for news: who reads one mail a day finds it in its next digest, and only there.
     *
     * @param urgent whether it cannot wait for the digest
     * @param link whole address of the page that it is about
     */
    @Transactional
    public boolean tell(boolean urgent, String link, Mail mail) {
        boolean waits = !urgent && mail.attachments().isEmpty() && persons.readsDaily(mail.to());
        return waits ? mails.gather(mail, link, clock.instant()) : send(mail);
    }
}
