// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What kind of message it is, as its headers say. */
enum Nature {
    /** Written by a person. */
    ORDINARY,
    /** Sent by this program: it came back. */
    OWN,
    /** Says that another message was not delivered, or was read (RFC 3464, RFC 8098). */
    REPORT,
    /** Somebody's absence answers (RFC 3834). */
    ABSENCE,
    /** Sent by a program or a mailing list. */
    AUTOMATIC,
    /** A PEC provider says what became of a message (d.P.R. 68/2005, art. 6). */
    PEC_RECEIPT,
    /** A PEC provider passes on a message that is not PEC, or that it finds at fault. */
    PEC_ANOMALY;

    private static final Pattern ABSENT = Pattern.compile(
            "(risposta automatica|fuori (sede|ufficio)|assente|assenza|out of (the )?office|automatic reply|auto(matic)?[- ]?reply)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * The nature of a message.
     *
     * @param header the value of a header by its name; "" when it is not there
     * @param sender address, in small letters
     * @param own address of the mailbox, in small letters
     */
    static Nature of(UnaryOperator<String> header, String sender, String own) {
        if (!header.apply("X-Ricevuta").isBlank()) {
            return PEC_RECEIPT;
        }
        String transport = header.apply("X-Trasporto").strip();
        if (!transport.isEmpty() && !transport.equalsIgnoreCase("posta-certificata")) {
            return PEC_ANOMALY;
        }
        if (!header.apply(OwnMessages.HEADER).isBlank()
                || OwnMessages.isOurs(header.apply("Message-ID"))
                || sender.equals(own)) {
            return OWN;
        }
        String type = lower(header.apply("Content-Type"));
        String submitted = lower(header.apply("Auto-Submitted"));
        if (type.startsWith("multipart/report")
                || sender.startsWith("mailer-daemon@")
                || sender.startsWith("postmaster@")) {
            return REPORT;
        }
        if (submitted.startsWith("auto-replied")
                || !header.apply("X-Autoreply").isBlank()
                || !header.apply("X-Autorespond").isBlank()
                || ABSENT.matcher(header.apply("Subject").strip()).matches()) {
            return ABSENCE;
        }
        if (header.apply("Return-Path").strip().equals("<>")) {
            return REPORT;
        }
        boolean list = List.of("bulk", "list", "junk").contains(lower(header.apply("Precedence")))
                || !header.apply("List-Id").isBlank();
        boolean program = !submitted.isEmpty() && !submitted.equals("no")
                || !header.apply("X-Auto-Response-Suppress").isBlank()
                || !header.apply("X-Loop").isBlank();
        return list || program ? AUTOMATIC : ORDINARY;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
