// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages are read as they come, whatever is wrong with them. */
class LetterReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                             | declared     | written      | readable
      as it says                       | utf-8        | utf-8        | true
      says UTF-8, is Windows           | utf-8        | windows-1252 | true
      says nothing                     |              | utf-8        | true
      says ASCII                       | us-ascii     | windows-1252 | true
      says what nobody knows           | x-sconosciuto | windows-1252 | true
      says what nobody knows, is UTF-8 | x-sconosciuto | utf-8        | true
      says UTF-8, is UTF-16            | utf-8        | utf-16le     | false
      """)
    void aWrongCharsetStaysReadableWhereItCan(String name, String declared, String written, boolean readable)
            throws Exception {
        var raw = new ByteArrayOutputStream();
        raw.write(("From: a@b.it\r\nSubject: x\r\nContent-Transfer-Encoding: 8bit\r\nContent-Type: text/plain"
                        + (declared == null ? "" : "; charset=" + declared) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        raw.write("Perché la città è così?".getBytes(Charset.forName(written)));
        Letter letter = LetterReader.read(raw.toByteArray(), Letters.MAILBOX);
        assertThat(letter.readable()).isEqualTo(readable);
        if (readable) {
            assertThat(letter.text()).isEqualTo("Perché la città è così?");
        }
    }

    @Test
    void aPageBecomesTextAndNothingOfItRuns() {
        Letter letter = Letters.read("From: a@b.it\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><head><title>titolo</title><style>p{}</style></head><body><p>Buongiorno,</p><p>la stampante<br>tace &amp; basta"
                + "</p><ul><li>uno</li><li>due</li></ul><script>alert(1)</script><img src=x onerror=alert(2)>"
                + "<a href=\"https://example.it/x\">qui</a></body></html>");
        assertThat(letter.text())
                .contains("Buongiorno,\n\nla stampante\ntace & basta")
                .contains("- uno")
                .contains("qui <https://example.it/x>")
                .doesNotContain("alert")
                .doesNotContain("titolo");
    }

    @Test
    void ofTwoFormsThePlainOneIsReadAndFilesAreSetAside() {
        Letter letter = Letters.read("""
                From: =?utf-8?Q?Ren=C3=A9?= <Rene@Comune.Example.IT>
                Subject: =?iso-8859-1?Q?Perch=E9?=
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain; charset=utf-8

                Testo semplice
                --a
                Content-Type: text/html

                <b>Testo ricco</b>
                --a--
                --m
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="../../modulo.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjcK
                --m
                Content-Type: image/png
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --m--
                """);
        assertThat(letter.sender()).isEqualTo("rene@comune.example.it");
        assertThat(letter.senderName()).isEqualTo("René");
        assertThat(letter.subject()).isEqualTo("Perché");
        assertThat(letter.text()).isEqualTo("Testo semplice");
        assertThat(letter.enclosed())
                .extracting(Letter.Enclosed::name)
                .containsExactly("../../modulo.pdf", "allegato-2.png");
    }

    @Test
    void aPecEnvelopeIsOpenedAndItsWriterIsTheOneInside() {
        String inner = Letters.plain(
                "Comune <comune@pec.example.it>",
                "Richiesta",
                "<interno@pec.example.it>",
                "In-Reply-To: <ticket-4@brescia.opencit>\r\n",
                "Serve una casella.");
        Letter letter = Letters.read(Letters.pec(inner, "posta-certificata"));
        assertThat(letter.nature()).isEqualTo(Nature.ORDINARY);
        assertThat(letter.sender()).isEqualTo("comune@pec.example.it");
        assertThat(letter.subject()).isEqualTo("Richiesta");
        assertThat(letter.text()).isEqualTo("Serve una casella.");
        assertThat(letter.messageId()).isEqualTo("<interno@pec.example.it>");
        assertThat(letter.references()).containsExactly("<ticket-4@brescia.opencit>");
        assertThat(Letters.read(Letters.pec(inner, "errore")).nature()).isEqualTo(Nature.PEC_ANOMALY);
        assertThat(Letters.read("From: a@b.it\r\nX-Trasporto: posta-certificata\r\n\r\nsenza busta\r\n")
                        .nature())
                .isEqualTo(Nature.PEC_ANOMALY);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                       | written                                                                      | new
      nothing quoted             | Va bene.~Grazie                                                              | Va bene.~Grazie
      quoted below               | Va bene.~~Il giorno lun 2 mar 2026 CIT <c@x.it> ha scritto:~> Provate~> ora  | Va bene.
      said on two lines          | Sì.~~Il giorno lun 2 mar 2026 alle ore 10 CIT Brescia~<c@x.it> ha scritto:~>a | Sì.
      in English                 | Ok~On Mon, Mar 2, 2026 at 10:00 CIT wrote:~> x                               | Ok
      quoted above               | > Funziona?~Sì, ora funziona.                                                | Sì, ora funziona.
      answered in between        | > Funziona?~Sì.~> E la rete?~No.                                             | Sì.~No.
      Outlook                    | Grazie~~Da: CIT <c@x.it>~Inviato: lunedì~A: me~Oggetto: x~~Testo             | Grazie
      the original message       | Ecco~-----Messaggio originale-----~Da: x~testo                               | Ecco
      a line                     | Ecco~________________________________~Da: x                                  | Ecco
      unmarked quotation         | Ecco~Il 2 marzo CIT ha scritto:~testo di prima                               | Ecco
      only quoted: all of it     | > Funziona?                                                                  | > Funziona?
      a sentence like any other  | Da: ieri non va.~Grazie                                                      | Da: ieri non va.~Grazie
      """)
    void whatIsQuotedIsCut(String name, String written, String fresh) {
        assertThat(ReplyText.of(written.replace('~', '\n'))).isEqualTo(fresh.replace('~', '\n'));
    }

    @Property(tries = 300)
    void whateverComesIsReadWithoutFailing(@ForAll byte[] rubbish) {
        Letter letter = LetterReader.read(rubbish, Letters.MAILBOX);
        assertThat(letter.text()).doesNotContain("\u0000");
        assertThat(letter.subject()).doesNotContain("\u0000");
    }

    @Property(tries = 300)
    void aReplyIsNeverLongerThanWhatWasWrittenNorEmpty(@ForAll String text) {
        String reply = ReplyText.of(text);
        assertThat(reply.length()).isLessThanOrEqualTo(text.length());
        assertThat(reply.isEmpty()).isEqualTo(text.isBlank() || text.strip().isEmpty());
    }

    @Test
    void partsInPartsWithoutEndAreNotFollowed() {
        StringBuilder raw = new StringBuilder("From: a@b.it\r\n");
        for (int i = 0; i < 60; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        assertThat(Letters.read(raw.append("\r\nx").toString()).readable()).isFalse();
    }
}
