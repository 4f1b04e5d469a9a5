// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.organizations.OrganizationId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a message, case by case, as the office would say it. */
class FateTest {

    private static final OrganizationId ONE = new OrganizationId(1);
    private static final OrganizationId TWO = new OrganizationId(2);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                    | header                                  | fate
      a person of a body                      | Subject: Stampante                      | opens 1
      an unfriendly loop                      | Auto-Submitted: auto-generated          | AUTOMATIC
      a person whose program says no          | Auto-Submitted: no                      | opens 1
      a newsletter                            | Precedence: bulk                        | AUTOMATIC
      a mailing list                          | Precedence: List                        | AUTOMATIC
      junk                                    | Precedence: junk                        | AUTOMATIC
      a list by its identifier                | List-Id: <notizie.example.it>           | AUTOMATIC
      a program that wants no answer          | X-Auto-Response-Suppress: All           | AUTOMATIC
      another program's loop                  | X-Loop: altro@example.it                | AUTOMATIC
      our own mail came back                  | X-OpenCIT: brescia                      | OWN
      our own identifier                      | Message-ID: <ticket-1@brescia.opencit>  | OWN
      a bounce by its form                    | Content-Type: multipart/report; x=y     | REPORT
      a bounce by its path                    | Return-Path: <>                         | REPORT
      an absence by its header                | Auto-Submitted: auto-replied            | ABSENCE
      an absence by its subject               | Subject: Risposta automatica: sono via  | ABSENCE
      an absence in English                   | Subject: Out of Office: back on Monday  | ABSENCE
      somebody absent is no absence           | Subject: Manca un collega, assente ieri | opens 1
      PEC was accepted                        | X-Ricevuta: accettazione                | receipt
      PEC was delivered                       | X-Ricevuta: avvenuta-consegna           | receipt
      PEC was not delivered                   | X-Ricevuta: errore-consegna             | receipt
      not PEC, passed on by PEC               | X-Trasporto: errore                     | PEC_ANOMALY
      """)
    void headersDecideFirst(String name, String header, String fate) {
        assertThat(of(letter(header, "mail@comune.example.it"), facts(List.of(ONE))))
                .isEqualTo(fate);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                              | from             | whole | before | staff | thread        | bodies | chosen | fate
      nobody knows the sender           | x@example.it     | true  | false  | false |               | 0      |        | UNKNOWN_SENDER
      of one body                       | x@example.it     | true  | false  | false |               | 1      |        | opens 1
      of two bodies                     | x@example.it     | true  | false  | false |               | 2      |        | asks
      of two bodies, it chose           | x@example.it     | true  | false  | false |               | 2      | 2      | opens 2
      it chose one it has left          | x@example.it     | true  | false  | false |               | 2      | 9      | asks
      chose, now unknown                | x@example.it     | true  | false  | false |               | 0      | 2      | UNKNOWN_SENDER
      too large                         | x@example.it     | false | false  | false |               | 1      |        | OVERSIZED
      without a sender                  | nessuno          | true  | false  | false |               | 1      |        | NO_SENDER
      from the mailbox itself           | cit@example.it   | true  | false  | false |               | 1      |        | OWN
      from a postmaster                 | postmaster@x.it  | true  | false  | false |               | 1      |        | REPORT
      somebody of the centre            | x@example.it     | true  | false  | true  |               | 1      |        | STAFF
      came before                       | x@example.it     | true  | true   | false |               | 1      |        | duplicate
      in a thread of its own            | x@example.it     | true  | false  | false | open, its     | 2      |        | follows 7
      in a thread, unknown but its      | x@example.it     | true  | false  | false | open, its     | 0      |        | follows 7
      a stranger in a thread            | x@example.it     | true  | false  | false | open, other   | 1      |        | STRANGER
      a stranger in a closed thread     | x@example.it     | true  | false  | false | closed, other | 1      |        | STRANGER
      in a closed thread                | x@example.it     | true  | false  | false | closed, its   | 1      |        | CLOSED
      """)
    void thenWhoWritesAndWhere(
            String name,
            String from,
            boolean whole,
            boolean before,
            boolean staff,
            String thread,
            int bodies,
            Long chosen,
            String fate) {
        Optional<Fate.Thread> found = Optional.ofNullable(thread)
                .map(words -> new Fate.Thread(new TicketNumber(7), words.startsWith("open"), words.endsWith("its")));
        var facts = new Fate.Facts(
                whole,
                before,
                staff,
                found,
                List.of(ONE, TWO).subList(0, bodies),
                chosen == null ? null : new OrganizationId(chosen));
        assertThat(of(letter("Subject: Prova", from), facts)).isEqualTo(fate);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                          | subject                            | ticket
      as our mails write it         | [CIT Brescia #12] Stampante        | 12
      answered                      | Re: R: [CIT Brescia #12] Stampante | 12
      whatever the case             | [cit brescia #12]                  | 12
      of another desk               | [Altro CIT #12] Stampante          |
      another desk's and ours       | [Altro #9] I: [CIT Brescia #12] x  | 12
      a number like any other       | Fattura #12                        |
      zero                          | [CIT Brescia #0]                   |
      too long to be one            | [CIT Brescia #9999999999999]       |
      """)
    void aSubjectNamesATicket(String name, String subject, Long ticket) {
        assertThat(OwnMessages.ticket(subject, List.of("CIT Brescia", "Centro")))
                .isEqualTo(Optional.ofNullable(ticket).map(TicketNumber::new));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case              | references                                                            | ticket
      ours              | <a@x.it> <ticket-5.risposta-3.abc@brescia.opencit>                    | 5
      the root          | <ticket-5@brescia.opencit> <b@x.it>                                   | 5
      the latest wins   | <ticket-5@brescia.opencit> <ticket-6@brescia.opencit>                 | 6
      of another centre | <ticket-5@lecco.opencit>                                              |
      made up           | <ticket-5@brescia.opencit.example.it> <ticket--5@brescia.opencit>     |
      """)
    void referencesNameATicket(String name, String references, Long ticket) {
        assertThat(OwnMessages.ticket(OwnMessages.identifiers(references), "brescia"))
                .isEqualTo(Optional.ofNullable(ticket).map(TicketNumber::new));
    }

    private static Letter letter(String header, String from) {
        String type = header.startsWith("Content-Type") ? "" : "Content-Type: text/plain; charset=utf-8\r\n";
        return Letters.read(header + "\r\nFrom: Elena <" + from + ">\r\n" + type + "\r\nNon stampa.\r\n");
    }

    private static Fate.Facts facts(List<OrganizationId> bodies) {
        return new Fate.Facts(true, false, false, Optional.empty(), bodies, null);
    }

    private static String of(Letter letter, Fate.Facts facts) {
        return switch (Fate.of(letter, facts)) {
            case Fate.Opens opens -> "opens " + opens.body();
            case Fate.Follows follows -> "follows " + follows.ticket();
            case Fate.Asks _ -> "asks";
            case Fate.Kept kept -> kept.reason().name();
            case Fate.Receipt _ -> "receipt";
            case Fate.Duplicate _ -> "duplicate";
        };
    }
}
