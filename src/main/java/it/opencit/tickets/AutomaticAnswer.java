// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a sender what became of its message: to persons only, and not so often that two programs could go on forever. */
@Component
class AutomaticAnswer {

    /** What an address may have of in a day. */
    enum Kind {
        /** What happened to a message that opened no ticket, and the question for which body it is. */
        NEWS(1),
        /** The number of a ticket opened by mail. */
        OPENING(10);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    private static final int LONGEST_SUBJECT = 150;

    private final IncomingStore store;
    private final Notices notices;
    private final Centres centres;
    private final Clock clock;

    AutomaticAnswer(IncomingStore store, Notices notices, Centres centres, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.centres = centres;
        this.clock = clock;
    }

    /** Whether an address may have one more today; it is counted. */
    boolean may(Kind kind, Letter letter) {
        return letter.nature() == Nature.ORDINARY
                && EmailAddress.isOne(letter.sender())
                && store.mayAnswer(letter.sender(), LocalDate.now(clock), kind);
    }

    /** Answers a message, unless its sender had an answer today. */
    void send(long incoming, Letter letter, String key, Object... arguments) {
        if (!may(Kind.NEWS, letter)) {
            return;
        }
        Centre centre = centres.current();
        String name = centre.shortName().isBlank() ? centre.name() : centre.shortName();
        String subject = letter.subject().isEmpty() ? "il tuo messaggio" : letter.subject();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", "<risposta-" + incoming + "@" + centre.code() + ".opencit>");
        headers.put("Auto-Submitted", "auto-replied");
        headers.put(OwnMessages.HEADER, centre.code());
        if (!letter.messageId().isEmpty()) {
            headers.put("In-Reply-To", letter.messageId());
            headers.put("References", letter.messageId());
        }
        notices.send(new Mail(
                "posta-" + incoming,
                letter.sender(),
                Messages.text("tickets.incoming.subject", name, shortened(subject)),
                Messages.text(key, arguments) + "\n\n" + name,
                List.of(),
                headers));
    }

    private static String shortened(String subject) {
        return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) + "…" : subject;
    }
}
