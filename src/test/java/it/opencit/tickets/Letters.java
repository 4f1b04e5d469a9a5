// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.nio.charset.StandardCharsets;

/** Messages as they come over the wire. */
final class Letters {

    static final String MAILBOX = "cit@example.it";

    private Letters() {}

    static Letter read(String raw) {
        return LetterReader.read(raw.getBytes(StandardCharsets.UTF_8), MAILBOX);
    }

    /** A plain message; {@code headers} end each with a line break. */
    static String plain(String from, String subject, String id, String headers, String text) {
        return "From: " + from + "\r\nTo: " + MAILBOX + "\r\nSubject: " + subject + "\r\nMessage-ID: " + id + "\r\n"
                + headers + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text
                + "\r\n";
    }

    /** What a PEC provider makes of a message. */
    static String pec(String inner, String transport) {
        return """
                From: "Per conto di: comune@pec.example.it" <posta-certificata@gestore.example.it>
                To: cit@example.it
                Subject: POSTA CERTIFICATA: richiesta
                Message-ID: <busta.1@gestore.example.it>
                X-Trasporto: %s
                Content-Type: multipart/mixed; boundary="busta"

                --busta
                Content-Type: text/plain; charset=iso-8859-1

                Messaggio di posta certificata
                --busta
                Content-Type: application/xml; name="daticert.xml"

                <postacert tipo="posta-certificata" errore="nessuno"/>
                --busta
                Content-Type: message/rfc822; name="postacert.eml"
                Content-Disposition: attachment; filename="postacert.eml"

                %s
                --busta--
                """.formatted(transport, inner.replace("\r\n", "\n")).replace("\n", "\r\n");
    }
}
