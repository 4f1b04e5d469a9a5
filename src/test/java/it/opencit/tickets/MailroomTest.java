// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.MailServer;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class MailroomTest {

    private static final String CENTRE = "corrispondenza";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Autowired
    Tickets tickets;

    @Autowired
    Merges merges;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Mailroom mailroom;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = MailServer.startWithMailboxes();
    private final String user = "u" + UUID.randomUUID().toString().substring(0, 8);
    private final String elena = "elena." + user + "@roccaverde.example.it";
    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void aMailboxAndSomebodyWhoWrites() {
        server.setUser("assistenza@" + CENTRE + ".example.it", user, "segreta");
        body = bodyOf(elena);
        save(user, 1);
    }

    @AfterEach
    void stop() {
        server.stop();
        clock.letGo();
    }

    @Test
    void aMessageOpensATicketOnceHoweverOftenItComes() {
        String raw = Letters.plain(
                "Elena Riva <" + elena + ">", "La stampante tace", id(1), "", "Da questa mattina.\r\n\r\nElena");
        deliver(raw);
        mailroom.receive();
        mailroom.receive();
        deliver(raw); // the same message again, under another number
        mailroom.receive();

        assertThat(outcomes()).containsExactly("TICKET", "DUPLICATE");
        TicketNumber number = ticketOf(elena);
        assertThat(text(
                        "select title || '|' || description || '|' || requester || '|' || state from tickets.ticket where id = "
                                + number))
                .isEqualTo("La stampante tace|Da questa mattina.\n\nElena|Elena Riva|NEW");
        assertThat(mailsTo(elena)).singleElement().asString().contains("Abbiamo aperto il ticket n. " + number);
        assertThat(text("select headers from notices.mail where recipient = '" + elena + "'"))
                .contains("\"In-Reply-To\": \"" + id(1))
                .contains("<ticket-" + number + "@corrispondenza.opencit>")
                .contains("\"Reply-To\": \"assistenza@corrispondenza.example.it\"")
                .contains("\"Auto-Submitted\": \"auto-generated\"")
                .contains("\"X-OpenCIT\"");
    }

    @Test
    void whoLeftAnAddressOnATicketIsKnownByItHoweverItIsWritten() {
        String address = "Ufficio." + user + "@Roccaverde.example.it";
        cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La prima volta", "Ufficio tributi", address), Desk.ANNA));
        deliver(Letters.plain(address.toLowerCase(Locale.ROOT), "La seconda", id(1), "", "Ancora."));
        mailroom.receive();

        assertThat(outcomes()).containsExactly("TICKET");
        assertThat(texts("select title from tickets.ticket where organization_id = " + body.value() + " order by id"))
                .containsExactly("La prima volta", "La seconda");
    }

    @Test
    void anAnswerOnTheThreadOfADuplicateGoesOnWithTheOther() {
        deliver(Letters.plain(elena, "Rete", id(1), "", "Non va."));
        deliver(Letters.plain(elena, "Ancora la rete", id(2), "", "Non va ancora."));
        mailroom.receive();
        TicketNumber duplicate = ticketOf(elena);
        TicketNumber other = new TicketNumber(Long.parseLong(
                text("select max(id)::text from tickets.ticket where requester_email = '" + elena + "'")));
        cast.at(CENTRE, () -> merges.merge(duplicate, other, Desk.ANNA));

        deliver(Letters.plain(elena, "Re: Rete", id(3), "In-Reply-To: " + id(1) + "\r\n", "Adesso va."));
        mailroom.receive();

        assertThat(outcomes()).containsExactly("TICKET", "TICKET", "FOLLOW_UP");
        assertThat(texts(
                        "select ticket_id::text from tickets.entry where text = 'Adesso va.' and ticket_id = " + other))
                .hasSize(1);
    }

    @Test
    void anAnswerByMailGoesOnTheTicketAndWakesIt() {
        long carla = persons.enrol("carla-" + user, "Carla Monti", "demo");
        cast.at(CENTRE, () -> persons.grant(carla, Role.OPERATORE, null));
        persons.writeTo(carla, "carla." + user + "@cit.example.it");
        deliver(Letters.plain(elena, "Rete", id(1), "", "Non va."));
        mailroom.receive();
        TicketNumber number = ticketOf(elena);
        cast.at(CENTRE, () -> {
            tickets.assign(
                    number, null, new Assignee(Assignee.Kind.PERSON, "carla-" + user, "Carla Monti"), "", Desk.ANNA);
            tickets.move(number, TicketState.SUSPENDED, null, "Si aspetta l'ente", Desk.ANNA);
        });
        deliver(Letters.plain(
                elena,
                "Re: Rete",
                id(2),
                "References: <ticket-" + number + ".risposta-9.x@corrispondenza.opencit>\r\n",
                "È ripartita.\r\n\r\nIl giorno lun 2 mar 2026 CIT ha scritto:\r\n> Provate ora"));
        deliver(Letters.plain(elena, "Re: Rete", id(3), "In-Reply-To: " + id(2) + "\r\n", "Anzi no."));
        deliver(Letters.plain(elena, "R: [CIT corrispondenza #" + number + "] Rete", id(4), "", "Invece sì."));
        mailroom.receive();

        assertThat(outcomes()).containsExactly("TICKET", "FOLLOW_UP", "FOLLOW_UP", "FOLLOW_UP");
        assertThat(text("select state from tickets.ticket where id = " + number))
                .isEqualTo("ASSIGNED");
        assertThat(text(
                        "select string_agg(text || ' ' || author, '|' order by id) from tickets.entry where ticket_id = "
                                + number))
                .isEqualTo("È ripartita. %1$s|Anzi no. %1$s|Invece sì. %1$s".formatted(elena));
        assertThat(mailsTo("carla." + user + "@cit.example.it"))
                .hasSize(4)
                .anyMatch(mail -> mail.contains("affidato a te"))
                .anyMatch(mail -> mail.contains("È ripartita.")
                        && mail.contains("http://corrispondenza.localhost:0/gestione/assistenza/ticket/" + number));
    }

    @Test
    void whoWroteForTheWrongBodyWritesNoMoreOnTheTicketOfTheOther() throws Exception {
        deliver(Letters.plain(elena, "Rete", id(1), "", "Non va."));
        mailroom.receive();
        TicketNumber number = ticketOf(elena);
        OrganizationId other = bodyOf("ugo." + user + "@collefiore.example.it");
        web.perform(post(Addresses.of(number) + "/correzione")
                        .param("version", "0")
                        .param("type", "REQUEST")
                        .param("category", "assistenza")
                        .param("title", "Rete")
                        .param("organizationId", other.toString())
                        .param("requester", "Ugo Neri")
                        .param("email", "ugo." + user + "@collefiore.example.it")
                        .param("reason", "È di un altro ente")
                        .with(office()))
                .andExpect(redirectedUrl(Addresses.of(number)));

        deliver(Letters.plain(elena, "R: [CIT corrispondenza #" + number + "] Rete", id(2), "", "E allora?"));
        mailroom.receive();

        assertThat(reasons()).containsExactly("TICKET", "QUARANTINE STRANGER");
    }

    @Test
    void whatOpensNoTicketIsSeenWithItsReason() throws Exception {
        String stranger = "chi." + user + "@altrove.example.it";
        deliver(Letters.plain(elena, "Rete", id(1), "", "Non va."));
        mailroom.receive();
        TicketNumber number = ticketOf(elena);
        deliver(Letters.plain(stranger, "Buongiorno", id(2), "", "Chi siete?"));
        deliver(Letters.plain(stranger, "[CIT corrispondenza #" + number + "] x", id(3), "", "Dite a me."));
        deliver(Letters.plain(elena, "Grande", id(4), "", "x".repeat(1_200_000)));
        deliver(Letters.plain(elena, "Fuori", id(5), "Auto-Submitted: auto-replied\r\n", "Torno lunedì."));
        deliver(("From: " + elena + "\r\nSubject: Illeggibile\r\nMessage-ID: " + id(6)
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                + java.util.Base64.getMimeEncoder().encodeToString("così".getBytes(Charset.forName("utf-16le")))
                + "\r\n");
        deliver(Letters.plain(elena, "ACCETTAZIONE: x", id(7), "X-Ricevuta: accettazione\r\n", "Accettata."));
        deliver(Letters.pec(Letters.plain(elena, "Per PEC", id(8), "", "Serve una casella."), "posta-certificata"));
        deliver(Letters.plain(elena, "Non certificata", id(9), "X-Trasporto: errore\r\n", "x"));
        mailroom.receive();

        assertThat(reasons())
                .containsExactly(
                        "TICKET",
                        "QUARANTINE UNKNOWN_SENDER",
                        "QUARANTINE STRANGER",
                        "QUARANTINE OVERSIZED",
                        "QUARANTINE ABSENCE",
                        "QUARANTINE UNREADABLE",
                        "RECEIPT",
                        "TICKET",
                        "QUARANTINE PEC_ANOMALY");
        assertThat(mailsTo(stranger)).as("one automatic answer a day").hasSize(1);
        assertThat(mailsTo(elena))
                .filteredOn(mail -> !mail.contains("Abbiamo aperto"))
                .as("of what was too large and what could not be read, one")
                .hasSize(1);
        web.perform(get(Addresses.INCOMING)
                        .param("esito", "APERTI")
                        .param("q", user)
                        .with(office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Il mittente non è conosciuto")))
                .andExpect(content().string(containsString("Il messaggio è troppo grande")))
                .andExpect(content().string(containsString("È una risposta automatica")))
                .andExpect(content().string(containsString("codifica dei caratteri")))
                .andExpect(content().string(not(containsString("Per PEC"))));
        web.perform(get("/gestione").with(office()))
                .andExpect(content().string(containsString("messaggi di posta aspettano")));
    }

    @Test
    void whoWritesForManyBodiesIsAskedOnceAndSeesOnlyItsOwn() throws Exception {
        String many = "rtd." + user + "@unione.example.it";
        OrganizationId first = bodyOf(many);
        OrganizationId second = bodyOf(many);
        deliver(Letters.plain(many, "Primo", id(1), "", "Uno."));
        deliver(Letters.plain(many, "Secondo", id(2), "", "Due."));
        mailroom.receive();
        assertThat(outcomes()).containsExactly("WAITING", "WAITING");
        assertThat(mailsTo(many))
                .singleElement()
                .asString()
                .contains("per quale?")
                .contains("14 giorni");

        Matcher link = Pattern.compile("http://corrispondenza\\.localhost:0(/assistenza/ente/\\S+)")
                .matcher(mailsTo(many).getFirst());
        assertThat(link.find()).isTrue();
        String page = link.group(1);
        String shown = read(web.perform(get(page).with(cast.nobody(CENTRE))).andExpect(status().isOk()));
        assertThat(shown).contains(name(first)).contains(name(second)).doesNotContain(name(body));
        web.perform(post(page).with(cast.nobody(CENTRE))).andExpect(status().isUnprocessableContent());
        web.perform(post(page).param("body", body.toString()).with(cast.nobody(CENTRE)))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(page).param("body", second.toString()).with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("Abbiamo aperto il ticket n. ")));
        assertThat(outcomes()).containsExactly("TICKET", "TICKET");
        web.perform(get(page).with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("più niente da scegliere")))
                .andExpect(content().string(not(containsString(name(second)))));

        deliver(Letters.plain(many, "Terzo", id(3), "", "Tre."));
        mailroom.receive();
        assertThat(outcomes()).containsExactly("TICKET", "TICKET", "TICKET");
        assertThat(text(
                        "select string_agg(distinct organization_id::text, ',') from tickets.ticket where requester_email = '"
                                + many + "'"))
                .isEqualTo(second.toString());
        web.perform(get(page.substring(0, page.length() - 2) + "xx").with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());
        web.perform(get(page).with(cast.nobody("corrispondenza-altrove"))).andExpect(status().isNotFound());
        clock.moveTo(LocalDate.now(clock).plusDays(BodyChoices.DAYS + 1));
        web.perform(get(page).with(cast.nobody(CENTRE))).andExpect(status().isNotFound());
    }

    @Test
    void aFileThatIsNotAcceptedIsNamedAndTheOthersAreKept() {
        deliver("""
                From: %s
                Subject: Due file
                Message-ID: %s
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/plain

                Ecco i file.
                --m
                Content-Disposition: attachment; filename=modulo.pdf

                %%PDF-1.7
                --m
                Content-Disposition: attachment; filename=programma.exe

                MZ
                --m--
                """.formatted(elena, id(1)).replace("\n", "\r\n"));
        mailroom.receive();
        assertThat(outcomes()).containsExactly("TICKET");
        TicketNumber number = ticketOf(elena);
        assertThat(text("select description from tickets.ticket where id = " + number))
                .startsWith("Ecco i file.")
                .contains("[Allegati non accettati: programma.exe (");
        assertThat(text("select string_agg(name, ',') from tickets.attachment where ticket_id = " + number))
                .isEqualTo("modulo.pdf");
    }

    @Test
    void theOfficeDecidesOfWhatWaits() throws Exception {
        String unknown = "nuovo." + user + "@altrove.example.it";
        deliver(Letters.plain(elena, "Rete", id(1), "", "Non va."));
        for (int i = 2; i <= 4; i++) {
            deliver(Letters.plain(unknown, "Da fuori " + i, id(i), "", "<b>Testo</b> " + i));
        }
        mailroom.receive();
        List<Long> waiting = ids("QUARANTINE");
        String first = Addresses.INCOMING + "/" + waiting.get(0);
        web.perform(get(first).with(office()))
                .andExpect(content().string(containsString("&lt;b&gt;Testo&lt;/b&gt; 2")))
                .andExpect(content().string(containsString("Apri un ticket")));
        web.perform(get(first + "/originale").with(office()))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().string(containsString("Message-ID: " + id(2))));
        act(first + "/ticket", "body", "").andExpect(status().isUnprocessableContent());
        act(first + "/ticket", "body", body.toString()).andExpect(status().is3xxRedirection());
        act(first + "/ticket", "body", body.toString())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già deciso")));
        String second = Addresses.INCOMING + "/" + waiting.get(1);
        TicketNumber number = ticketOf(elena);
        act(second + "/aggiunta", "ticket", "abc").andExpect(status().isUnprocessableContent());
        act(second + "/aggiunta", "ticket", "99999999").andExpect(status().isUnprocessableContent());
        act(second + "/aggiunta", "ticket", "#" + number).andExpect(redirectedUrl(Addresses.of(number)));
        String third = Addresses.INCOMING + "/" + waiting.get(2);
        act(third + "/scarto", "why", " ").andExpect(status().isUnprocessableContent());
        act(third + "/scarto", "why", "Pubblicità").andExpect(redirectedUrl(Addresses.INCOMING));

        assertThat(outcomes()).containsExactly("TICKET", "TICKET", "FOLLOW_UP", "DISCARDED");
        assertThat(text("select requester_email from tickets.ticket where id = " + ticketOf(unknown)))
                .isEqualTo(unknown);
        deliver(Letters.plain(unknown, "Ancora", id(9), "", "Ora mi conoscete."));
        mailroom.receive();
        assertThat(outcomes()).endsWith("TICKET");
    }

    @Test
    void theSecretGoesInAndNeverComesOutNorToAnotherServer() throws Exception {
        String port = Integer.toString(server.getImap().getPort());
        form(Addresses.MAILBOX + "/prova", port, user, "segreta", "NONE")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("La connessione funziona")))
                .andExpect(content().string(not(containsString("segreta"))));
        form(Addresses.MAILBOX + "/prova", port, user, "sbagliata", "NONE")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non accetta l'utente e la parola d'ordine")))
                .andExpect(content().string(not(containsString("sbagliata"))));
        form(Addresses.MAILBOX + "/prova", Integer.toString(server.getImaps().getPort()), user, "segreta", "TLS")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("certificato")));
        form(Addresses.MAILBOX + "/prova", "1", user, "segreta", "NONE")
                .andExpect(content().string(containsString("non risponde")));
        form(Addresses.MAILBOX, "70000", user, "segreta", "NONE")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("da 1 a 65535")));
        form(Addresses.MAILBOX, port, user, "", "NONE").andExpect(redirectedUrl(Addresses.MAILBOX));
        form(Addresses.MAILBOX, "143", user, "", "NONE")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("quella salvata vale solo per lo stesso server")));
        assertThat(text("select string_agg(encode(secret, 'escape'), ' ') from tickets.mailbox"))
                .doesNotContain("segreta");
        assertThat(
                        text(
                                "select string_agg(after::text, ' ') from opencit.audit_entry where table_name = 'tickets.mailbox'"))
                .doesNotContain("segreta");
        web.perform(get(Addresses.MAILBOX).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("Lasciala vuota")))
                .andExpect(content().string(not(containsString("segreta"))));
    }

    @Test
    void aMailboxThatIsNotReadSaysWhyUntilItIs() throws Exception {
        server.stop();
        mailroom.receive();
        web.perform(get("/gestione").with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("La casella di posta dell'assistenza non si legge")));
        server.start();
        server.setUser("assistenza@" + CENTRE + ".example.it", user, "segreta");
        save(user, 1);
        mailroom.receive();
        web.perform(get(Addresses.INCOMING).with(office()))
                .andExpect(content().string(not(containsString("non si legge"))));
    }

    @Test
    void whatWasThereBeforeIsLeftAloneUnlessAskedFor() {
        String late = user + "-b";
        server.setUser("b@" + CENTRE + ".example.it", late, "segreta");
        deliver(late, Letters.plain(elena, "Vecchio", id(1), "", "Di ieri."));
        clock.moveTo(LocalDate.now(clock).plusDays(2));
        cast.at(CENTRE, () -> mailboxes.save(mailbox(late, 1, false), "segreta", seen()));
        mailroom.receive();
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void oneActIsOneMailForAPersonAndNoneForWhoActs() {
        String both = "bruno." + user + "@cit.example.it";
        persons.writeTo(persons.enrol("bruno-" + user, "Bruno Serra", "demo"), both);
        var bruno = new Author("bruno-" + user, "Bruno Serra", true);
        var toBruno = new Assignee(Assignee.Kind.PERSON, bruno.username(), bruno.name());
        TicketNumber number = cast.at(CENTRE, () -> {
            TicketNumber opened = tickets.open(asked(both), Desk.ANNA);
            tickets.assign(opened, null, toBruno, "", bruno); // by himself
            return opened;
        });
        assertThat(mailsTo(both)).singleElement().asString().contains("Abbiamo aperto il ticket n. " + number);
        cast.at(
                CENTRE,
                () -> tickets.write(
                        number,
                        null,
                        Visibility.PUBLIC,
                        "Risposto e risolto.",
                        TicketState.SOLVED,
                        Desk.ANNA,
                        clock.instant()));
        assertThat(mailsTo(both)).hasSize(2).last().asString().contains("risulta risolto");
        cast.at(CENTRE, () -> tickets.write(number, Visibility.PUBLIC, "Scrivo io.", bruno));
        assertThat(mailsTo(both)).hasSize(2);
        assertThat(cast.at(CENTRE, () -> tickets.open(asked(both), bruno))).isNotNull();
        assertThat(mailsTo(both)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REDATTORE", "REFERENTE", "OPERATORE"})
    void onlyTheOfficeReadsTheMailAndOnlyTheCoordinatorSetsTheMailbox(Role role) throws Exception {
        RequestPostProcessor person =
                role == Role.REFERENTE ? cast.referente(body.value(), CENTRE) : cast.with(role, CENTRE);
        boolean office = role == Role.OPERATORE;
        web.perform(get(Addresses.INCOMING).with(person)).andExpect(office ? status().isOk() : status().isForbidden());
        web.perform(get(Addresses.INCOMING + "/posta.csv").with(person))
                .andExpect(office ? status().isOk() : status().isForbidden());
        for (String path : new String[] {"/999999999", "/999999999/originale"}) {
            web.perform(get(Addresses.INCOMING + path).with(person))
                    .andExpect(office ? status().isNotFound() : status().isForbidden());
        }
        for (String path : new String[] {"/ticket", "/aggiunta", "/scarto"}) {
            if (!office) {
                web.perform(post(Addresses.INCOMING + "/999999999" + path).with(person))
                        .andExpect(status().isForbidden());
            }
        }
        web.perform(get(Addresses.MAILBOX).with(person)).andExpect(status().isForbidden());
        web.perform(post(Addresses.MAILBOX).with(person)).andExpect(status().isForbidden());
        web.perform(post(Addresses.MAILBOX + "/prova").with(person)).andExpect(status().isForbidden());
        web.perform(get("/indirizzo").with(person)).andExpect(status().isOk());
        web.perform(post("/indirizzo").param("email", "non è posta").with(person))
                .andExpect(status().isUnprocessableContent());
        web.perform(get("/indirizzo").with(cast.nobody(CENTRE))).andExpect(status().is3xxRedirection());
    }

    private NewTicket asked(String email) {
        return new NewTicket(
                TicketType.REQUEST, "assistenza", Urgency.MEDIUM, "Di Bruno", "x", body, "Bruno Serra", email);
    }

    private OrganizationId bodyOf(String address) {
        return cast.at(CENTRE, () -> {
            OrganizationId made = Desk.body(organizations);
            organizations.add(
                    made,
                    new BodyPerson(
                            PersonRole.values()[0],
                            "Elena Riva",
                            address,
                            "",
                            new Period(LocalDate.of(2020, 1, 1), null)));
            return made;
        });
    }

    private String name(OrganizationId id) {
        return cast.at(CENTRE, () -> organizations.get(id).fullName()) + "</label>";
    }

    private void save(String login, int megabytes) {
        cast.at(CENTRE, () -> mailboxes.save(mailbox(login, megabytes, true), "segreta", seen()));
    }

    private int seen() {
        return mailboxes.current().map(one -> one.version() + 1).orElse(0);
    }

    private Mailbox mailbox(String login, int megabytes, boolean existing) {
        return new Mailbox(
                0,
                "127.0.0.1",
                server.getImap().getPort(),
                MailboxSecurity.NONE,
                login,
                new byte[0],
                "INBOX",
                "assistenza@" + CENTRE + ".example.it",
                "assistenza",
                megabytes * 1024 * 1024,
                existing,
                true,
                Instant.EPOCH,
                0);
    }

    private ResultActions form(String address, String port, String login, String secret, String security)
            throws Exception {
        return web.perform(post(address)
                .param("host", "127.0.0.1")
                .param("port", port)
                .param("security", security)
                .param("username", login)
                .param("secret", secret)
                .param("folder", "INBOX")
                .param("address", "assistenza@" + CENTRE + ".example.it")
                .param("category", "assistenza")
                .param("largest", "1")
                .param("active", "si")
                .param("version", Integer.toString(cast.at(CENTRE, this::seen)))
                .with(cast.coordinatore(CENTRE)));
    }

    private ResultActions act(String address, String field, String value) throws Exception {
        MockHttpServletRequestBuilder request = post(address).param(field, value);
        return web.perform(request.with(office()));
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }

    private void deliver(String raw) {
        deliver(user, raw);
    }

    private void deliver(String login, String raw) {
        try {
            server.getUserManager()
                    .getUser(login)
                    .deliver(new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String id(int number) {
        return "<" + user + "-" + number + "@example.it>";
    }

    private TicketNumber ticketOf(String address) {
        return new TicketNumber(Long.parseLong(
                text("select min(id)::text from tickets.ticket where requester_email = '" + address + "'")));
    }

    private List<String> mailsTo(String address) {
        return texts("select body from notices.mail where recipient = '" + address + "' order by id");
    }

    private List<String> outcomes() {
        return texts("select state from tickets.incoming where " + ours() + " order by id");
    }

    private List<String> reasons() {
        return texts("select trim(state || ' ' || coalesce(reason, '')) from tickets.incoming where " + ours()
                + " order by id");
    }

    private List<Long> ids(String state) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select id from tickets.incoming where state = :state and " + ours() + " order by id")
                        .param("state", state)
                        .query(Long.class)
                        .list());
    }

    private static String ours() {
        return "mailbox_id = (select id from tickets.mailbox where current)";
    }

    private String text(String sql) {
        return texts(sql).getFirst();
    }

    private List<String> texts(String sql) {
        return cast.at(CENTRE, () -> jdbc.sql(sql).query(String.class).list());
    }

    private static String read(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
