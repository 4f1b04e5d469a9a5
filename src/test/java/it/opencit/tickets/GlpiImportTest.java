// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class GlpiImportTest {

    private static final String ITALIAN = """
            "ID";"Titolo";"Stato";"Ultima modifica";"Data di apertura";"Priorità";"Richiedente - Richiedente";"Assegnato a - Tecnico";"Categoria";"Entità";"Tipo";"Urgenza";"Data di soluzione";"Data di chiusura";"Descrizione"
            "1 041";"La città non compare";"Chiuso";"2023-03-09 10:00";"2023-03-06 09:30";"Media";"Riva Elena<br>Neri Ugo";"Mario Verdi";"Rete > Assistenza";"Radice > Roccaverde";"Incidente";"Alta";"2023-03-07 12:00";"2023-03-09 10:00";"&lt;p&gt;Nell''elenco manca.&lt;/p&gt;"
            "1 042";"Nuova casella";"In attesa";"2024-02-01 08:00";"2024-01-31 08:00";"Media";"Riva Elena";"";"Altro";"Radice > Roccaverde";"Richiesta";"Bassa";"";"";""
            "1 043";"Nuova";"Nuovo";"2024-02-02 08:00";"2024-02-02 08:00";"Media";"Riva Elena";"";"";"Radice > Altrove";"Richiesta";"Media";"";"";""
            "1 044";"Strana";"Boh";"2024-02-02 08:00";"ieri";"Media";"Riva Elena";"";"";"Radice > Roccaverde";"Richiesta";"Media";"";"";""
            """.replace("''", "'");

    private static final String JSON = """
            [{"id": 7, "entities_id": "Radice > Roccaverde", "name": "Posta &amp; calendario", "date": "2022-05-02 08:15:00",
              "closedate": "2022-05-04 09:00:00", "solvedate": "2022-05-03 10:00:00", "date_mod": "2022-05-04 09:00:00",
              "status": 6, "type": 1, "urgency": 5, "content": "&#60;p&#62;Non parte.&#60;/p&#62;", "itilcategories_id": 0,
              "_users_id_requester": ["Riva Elena"], "is_deleted": 0},
             {"id": 8, "entities_id": "Radice > Roccaverde", "name": "Doppione", "date": "2022-05-02 08:20:00",
              "date_mod": "2022-05-02 09:00:00", "status": 2, "type": 2, "urgency": 3, "content": null,
              "itilcategories_id": {"id": 3, "completename": "Assistenza"}, "is_deleted": 1},
             {"id": 9, "entities_id": "Radice > Roccaverde", "name": "Da fare", "date": "2022-05-02 08:20:00",
              "date_mod": "2022-05-02 09:00:00", "status": 2, "type": 2, "urgency": 1, "_users_id_assign": "Anna Valenti"}]
            """;

    /** The answers of the REST API side by side, with names in the place of some numbers. */
    private static final String CONVERSATION = """
            {"Ticket": [
              {"id": 21, "entities_id": "Radice > Roccaverde", "name": "Posta ferma", "date": "2022-05-02 08:15:00",
               "date_mod": "2022-05-04 09:00:00", "status": 6, "_users_id_requester": ["Riva Elena"],
               "_documents": [{"id": 4, "name": "Schermata", "filename": "schermata.png"}]},
              {"id": 22, "entities_id": "Radice > Roccaverde", "name": "Muta", "date": "2022-05-02 08:20:00", "status": 5,
               "ITILSolution": [{"id": 1, "content": "Riavviato.", "date_creation": "2022-05-03 10:00:00", "users_id": 12}]}],
             "ITILFollowup": [
              {"id": 2, "itemtype": "Ticket", "items_id": 21, "date": "2022-05-02 11:00:00", "users_id": "Riva Elena",
               "content": "&#60;p&#62;Anche la rubrica &amp;#38; il calendario.&#60;/p&#62;", "is_private": 0},
              {"id": 1, "itemtype": "Ticket", "items_id": 21, "date": "2022-05-02 09:00:00", "users_id": "Anna Valenti",
               "content": "Guardiamo.", "is_private": 0},
              {"id": 3, "itemtype": "Ticket", "items_id": 21, "date": "2022-05-02 10:00:00", "users_id": "Riva Elena",
               "content": "Da non dire zaffiro", "is_private": 1},
              {"id": 4, "itemtype": "Problem", "items_id": 21, "date": "2022-05-02 10:00:00", "content": "Di altro"},
              {"id": 5, "itemtype": "Ticket", "items_id": 21, "date": "2022-05-02 10:00:00", "content": "<p> </p>"}],
             "TicketTask": [
              {"id": 1, "tickets_id": "Posta ferma", "links": [{"rel": "Ticket", "href": "https://glpi.example/Ticket/21"}],
               "date": "2022-05-02 12:00:00", "users_id": "Mario Verdi", "content": "Sostituito il server turchese", "is_private": 0}],
             "ITILSolution": [
              {"id": 9, "itemtype": "Ticket", "items_id": 21, "date_creation": "2022-05-03 10:00:00", "users_id": 0,
               "user_name": "Rete Srl", "content": "Tutto riparte."}],
             "Document_Item": [{"id": 1, "itemtype": "Ticket", "items_id": 21, "documents_id": 5}],
             "Document": [{"id": 5, "name": "Verbale", "filename": "verbale.pdf"}]}
            """;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    GlpiImports imports;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCsvWithItalianHeadingsIsLookedAtThenImportedOnce() throws Exception {
        String centre = "glpi-csv";
        OrganizationId body = roccaverde(centre);
        cast.at(centre, () -> jdbc.sql("""
                        insert into tickets.webhook (title, address, events, active)
                        values ('Altro', 'https://altro.example.it', '{ticket.opened}', true)""").update());
        String page = upload(centre, ITALIAN.getBytes(Charset.forName("windows-1252")));

        web.perform(get(page).with(cast.coordinatore(centre)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<strong>2</strong> ticket da importare")))
                .andExpect(content().string(containsString("1 con un problema")))
                .andExpect(content().string(containsString("value=\"Comune di Roccaverde\"")))
                .andExpect(content().string(containsString("Lo stato «Boh» non è uno di quelli di GLPI")))
                .andExpect(content().string(containsString("La data «ieri» non si legge")));
        assertThat(count(centre, "tickets.ticket")).isZero();

        start(centre, page, "", "Comune di Roccaverde");

        web.perform(get(page).with(cast.coordinatore(centre)))
                .andExpect(content()
                        .string(containsString(
                                "2 importati, 0 già presenti, 1 di entità senza ente, 1 con un problema")));
        Map<String, Object> closed = ticket(centre, 1041);
        assertThat(closed)
                .containsEntry("state", "CLOSED")
                .containsEntry("type", "FAULT")
                .containsEntry("urgency", "HIGH")
                .containsEntry("title", "La città non compare")
                .containsEntry("description", "Nell'elenco manca.")
                .containsEntry("requester", "Riva Elena")
                .containsEntry("assignee_name", "Mario Verdi (GLPI)")
                .containsEntry("organization_id", body.value());
        assertThat(moment(closed, "opened_at")).isEqualTo(Instant.parse("2023-03-06T08:30:00Z"));
        assertThat(moment(closed, "solved_at")).isEqualTo(Instant.parse("2023-03-07T11:00:00Z"));
        assertThat(moment(closed, "closed_at")).isEqualTo(Instant.parse("2023-03-09T09:00:00Z"));
        assertThat(ticket(centre, 1042)).containsEntry("state", "SUSPENDED").containsEntry("assignee", "anna");
        assertThat(count(centre, "notices.mail")).isZero();
        assertThat(count(centre, "tickets.webhook_delivery")).isZero();

        String number = String.valueOf(closed.get("id"));
        web.perform(get(Addresses.TICKETS + "?q=1041").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString(Addresses.TICKETS + "/" + number)));
        web.perform(get(Addresses.TICKETS + "/" + number).with(cast.coordinatore(centre)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("GLPI 1041")));

        String again = upload(centre, ITALIAN.getBytes(StandardCharsets.UTF_8));
        start(centre, again, "", "Comune di Roccaverde");
        assertThat(count(centre, "tickets.ticket")).isEqualTo(2);
        web.perform(get(again).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("0 importati, 2 già presenti")));
        web.perform(post(again + "/avvio")
                        .param("ente-1", "Comune di Roccaverde")
                        .with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("era già stata avviata")));
    }

    @Test
    void theJsonOfTheRestApiIsReadByTheCodesOfStates() throws Exception {
        String centre = "glpi-json";
        roccaverde(centre);
        String page = upload(centre, JSON.getBytes(StandardCharsets.UTF_8));
        start(centre, page, "Comune di Roccaverde");
        assertThat(ticket(centre, 7))
                .containsEntry("state", "CLOSED")
                .containsEntry("urgency", "BLOCKING")
                .containsEntry("title", "Posta & calendario")
                .containsEntry("description", "Non parte.");
        assertThat(ticket(centre, 8)).containsEntry("state", "DELETED").containsEntry("type", "REQUEST");
        Map<String, Object> open = ticket(centre, 9);
        assertThat(open).containsEntry("state", "ASSIGNED").containsEntry("urgency", "VERY_LOW");
        assertThat(moment(open, "solution_due_at")).isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void whatWasWrittenInGlpiComesWithItsAuthorItsMomentAndWhoMayReadIt() throws Exception {
        String centre = "glpi-messaggi";
        OrganizationId body = roccaverde(centre);
        String page = upload(centre, CONVERSATION.getBytes(StandardCharsets.UTF_8));
        web.perform(get(page).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("<strong>7</strong> tra messaggi, attività e soluzioni")));
        start(centre, page, "Comune di Roccaverde");

        assertThat(entries(centre, 21))
                .containsExactly(
                        "08:15 INTERNAL office GLPI: Documenti che il ticket aveva in GLPI, dove sono rimasti:"
                                + " verbale.pdf schermata.png",
                        "09:00 PUBLIC office Anna Valenti: Guardiamo.",
                        "10:00 INTERNAL office Riva Elena: Da non dire zaffiro",
                        "11:00 PUBLIC body Riva Elena: Anche la rubrica & il calendario.",
                        "12:00 PUBLIC office Mario Verdi: Attività: Sostituito il server turchese",
                        "10:00 PUBLIC office Rete Srl: Soluzione: Tutto riparte.");
        assertThat(entries(centre, 22))
                .containsExactly("10:00 PUBLIC office Utente n. 12 di GLPI: Soluzione: Riavviato.");
        String number = String.valueOf(ticket(centre, 21).get("id"));
        web.perform(get(Addresses.TICKETS + "/" + number).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("verbale.pdf")))
                .andExpect(content().string(containsString("Da non dire zaffiro")));
        RequestPostProcessor reader = cast.referente(body.value(), centre);
        web.perform(get(Addresses.AREA + "/" + number).with(reader))
                .andExpect(content().string(containsString("Sostituito il server turchese")))
                .andExpect(content().string(not(containsString("zaffiro"))));
        web.perform(get(Addresses.AREA + "?q=turchese").with(reader))
                .andExpect(content().string(containsString(Addresses.AREA + "/" + number)));
        web.perform(get(Addresses.AREA + "?q=zaffiro").with(reader))
                .andExpect(content().string(not(containsString(Addresses.AREA + "/" + number))));
        assertThat(count(centre, "notices.mail")).isZero();

        String again = upload(centre, CONVERSATION.getBytes(StandardCharsets.UTF_8));
        web.perform(get(again).with(cast.coordinatore(centre)))
                .andExpect(content().string(not(containsString("tra messaggi, attività e soluzioni"))));
        start(centre, again, "Comune di Roccaverde");
        assertThat(count(centre, "tickets.entry")).isEqualTo(7);
    }

    private List<String> entries(String centre, long glpi) {
        return cast.at(
                centre,
                () -> jdbc.sql("""
                        select to_char(e.at at time zone 'Europe/Rome', 'HH24:MI') || ' ' || e.visibility
                               || case when e.from_office then ' office ' else ' body ' end || e.author_name || ': '
                               || replace(e.text, chr(10), ' ')
                          from tickets.entry e
                          join tickets.glpi_ticket g on g.centre_id = e.centre_id and g.ticket_id = e.ticket_id
                         where g.glpi_id = :glpi
                         order by e.id""").param("glpi", glpi).query(String.class).list());
    }

    @Test
    void aNameThatIsNoBodyIsRefusedWithWhatWasTyped() throws Exception {
        String centre = "glpi-nomi";
        roccaverde(centre);
        String page = upload(centre, JSON.getBytes(StandardCharsets.UTF_8));
        web.perform(post(page + "/avvio").param("ente-0", "Roccanera").with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("un ente che si chiama «Roccanera»")))
                .andExpect(content().string(containsString("value=\"Roccanera\"")));
        assertThat(count(centre, "tickets.ticket")).isZero();
        for (String wrong : List.of("", "a;b\n1;2\n", "{\"error\": 1}", "[1")) {
            web.perform(multipart(GlpiImportController.ADDRESS)
                            .file(new MockMultipartFile(
                                    "file", "x.csv", "text/csv", wrong.getBytes(StandardCharsets.UTF_8)))
                            .with(cast.coordinatore(centre)))
                    .andExpect(status().isUnprocessableContent());
        }
        web.perform(get(page).with(cast.with(Role.OPERATORE, centre))).andExpect(status().isForbidden());
    }

    @Test
    void ofALargeFileTheRestIsMadeByTheJob() throws Exception {
        String centre = "glpi-grande";
        roccaverde(centre);
        var file = new StringBuilder("ID,Title,Status,Opening date,Closing date,Entity\n");
        for (int i = 1; i <= 2_300; i++) {
            file.append(i).append(",Ticket,6,2020-01-07 09:00,2020-01-08 09:00,Roccaverde\n");
        }
        String page = upload(centre, file.toString().getBytes(StandardCharsets.UTF_8));
        start(centre, page, "Comune di Roccaverde");
        assertThat(count(centre, "tickets.ticket")).isEqualTo(2_000);
        web.perform(get(page).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("continua da sola")));
        imports.goOn();
        assertThat(count(centre, "tickets.ticket")).isEqualTo(2_300);
        assertThat(cast.at(
                        centre,
                        () -> jdbc.sql("select max(id) from tickets.ticket")
                                .query(Long.class)
                                .single()))
                .isEqualTo(2_300);
    }

    private OrganizationId roccaverde(String centre) {
        return cast.at(centre, () -> organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, "Roccaverde")));
    }

    private String upload(String centre, byte[] content) throws Exception {
        String page = web.perform(multipart(GlpiImportController.ADDRESS)
                        .file(new MockMultipartFile("file", "glpi.csv", "text/csv", content))
                        .with(cast.coordinatore(centre)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(page);
    }

    private void start(String centre, String page, String... bodies) throws Exception {
        var request = post(page + "/avvio");
        for (int i = 0; i < bodies.length; i++) {
            request = request.param("ente-" + i, bodies[i]);
        }
        RequestPostProcessor coordinator = cast.coordinatore(centre);
        web.perform(request.with(coordinator)).andExpect(status().isFound());
    }

    private Map<String, Object> ticket(String centre, long glpi) {
        return cast.at(centre, () -> jdbc.sql("""
                        select t.* from tickets.ticket t
                          join tickets.glpi_ticket g on g.centre_id = t.centre_id and g.ticket_id = t.id
                         where g.glpi_id = :glpi""").param("glpi", glpi).query().singleRow());
    }

    private static Instant moment(Map<String, Object> row, String column) {
        return ((java.sql.Timestamp) Objects.requireNonNull(row.get(column))).toInstant();
    }

    private long count(String centre, String table) {
        return cast.at(
                centre,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }
}
