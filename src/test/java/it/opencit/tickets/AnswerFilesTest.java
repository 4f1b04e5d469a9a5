// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Files that go along with what is written, in the same form. */
@OpenCitTest
class AnswerFilesTest {

    private static final String CENTRE = "file-insieme";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketLinks links;

    @Autowired
    TicketReader reader;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aTicket() {
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        number = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La stampante"), Desk.ELENA));
    }

    @Test
    void anAnswerCarriesThreeFilesAndTheMailOnlyNamesThem() throws Exception {
        answer(Map.of("text", "Ecco"), "guida.pdf", "elenco.csv", "nota.txt")
                .andExpect(redirectedUrl(Addresses.of(number)));

        assertThat(whole().attachments())
                .extracting(Attachment::name)
                .containsExactly("guida.pdf", "elenco.csv", "nota.txt");
        String mail = cast.at(
                CENTRE,
                () -> jdbc.sql("select body from notices.mail where key like :key order by id desc limit 1")
                        .param("key", "ticket-" + number + "-%")
                        .query(String.class)
                        .single());
        assertThat(mail)
                .contains("Ci sono anche 3 file: guida.pdf, elenco.csv, nota.txt.")
                .contains(Addresses.inArea(number));
        RequestPostProcessor elena = cast.referente(body.value(), CENTRE);
        long csv = whole().attachments().get(1).file();
        web.perform(get(Addresses.inArea(number) + "/allegati/" + csv).with(elena))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().contentType("text/csv"));
    }

    @Test
    void whatIsWrongWithAFileLeavesNothing() throws Exception {
        answer(Map.of("text", "Ecco"), "1.txt", "2.txt", "3.txt", "4.txt")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 3 file")))
                .andExpect(content().string(containsString(">Ecco</textarea>")))
                .andExpect(content().string(containsString("vanno scelti di nuovo")));
        answer(Map.of("text", "Ecco"), "1.txt", "virus.exe")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("virus.exe")));
        assertThat(whole().attachments()).isEmpty();
        assertThat(whole().entries()).isEmpty();
    }

    @Test
    void filesThatTheBodyDoesNotSeeAreConfirmed() throws Exception {
        answer(Map.of("text", "Ecco", "inside", "si"), "segreto.txt")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La risposta la legge l'ente, i file no")));
        assertThat(whole().entries()).isEmpty();
        answer(Map.of("text", "Ecco", "inside", "si", "confirmed", "si"), "segreto.txt")
                .andExpect(redirectedUrl(Addresses.of(number)));
        web.perform(get(Addresses.inArea(number)).with(cast.referente(body.value(), CENTRE)))
                .andExpect(content().string(containsString("Ecco")))
                .andExpect(content().string(not(containsString("segreto.txt"))));
        assertThat(cast.at(
                        CENTRE,
                        () -> jdbc.sql("select body from notices.mail where key like :key")
                                .param("key", "ticket-" + number + "-%")
                                .query(String.class)
                                .list()))
                .noneMatch(mail -> mail.contains("segreto.txt"));
    }

    @Test
    void eachReadsTheFilesOfWhatItReads() throws Exception {
        SupplierId rete = cast.at(CENTRE, () -> Desk.supplier(suppliers));
        cast.at(CENTRE, () -> tickets.assign(number, null, Assignee.of(suppliers.get(rete)), "", Desk.ANNA));
        send(Addresses.of(number) + "/note", office(), "Nota", "nota.txt")
                .andExpect(redirectedUrl(Addresses.of(number)));
        send(Addresses.of(number) + "/fornitore", office(), "Per voi", "schema.txt")
                .andExpect(redirectedUrl(Addresses.of(number)));
        RequestPostProcessor elena = cast.referente(body.value(), CENTRE);
        send(Addresses.inArea(number) + "/risposte", elena, "La foto", "foto.txt")
                .andExpect(redirectedUrl(Addresses.inArea(number)));
        RequestPostProcessor fabio = cast.fornitore(rete.value(), CENTRE);
        send("/fornitore/" + number + "/risposte", fabio, "Il preventivo", "preventivo.txt")
                .andExpect(redirectedUrl("/fornitore/" + number));
        send("/fornitore/" + number + "/fatto", fabio, "Fatto", "rapporto.txt")
                .andExpect(redirectedUrl("/fornitore/" + number));

        web.perform(get(Addresses.inArea(number)).with(elena))
                .andExpect(content().string(containsString("foto.txt")))
                .andExpect(content().string(not(containsString("nota.txt"))))
                .andExpect(content().string(not(containsString("schema.txt"))))
                .andExpect(content().string(not(containsString("preventivo.txt"))));
        web.perform(get("/fornitore/" + number).with(fabio))
                .andExpect(content().string(containsString("foto.txt")))
                .andExpect(content().string(containsString("schema.txt")))
                .andExpect(content().string(containsString("rapporto.txt")))
                .andExpect(content().string(not(containsString("nota.txt"))));
    }

    @Test
    void whatAnswersACommonFaultIsOnEachOfItsTickets() throws Exception {
        TicketNumber child = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Anche qui"), Desk.ELENA));
        cast.at(CENTRE, () -> links.link(number, Relation.CHILD, List.of(child), Desk.ANNA));
        answer(Map.of("text", "Ecco", "family", "si"), "guida.pdf").andExpect(redirectedUrl(Addresses.of(number)));
        assertThat(cast.at(CENTRE, () -> reader.get(child, Viewer.OFFICE))
                        .whole()
                        .attachments())
                .extracting(Attachment::name)
                .containsExactly("guida.pdf");
    }

    @Test
    void nobodyElseWrites() throws Exception {
        send(Addresses.of(number) + "/risposte", cast.with(Role.REDATTORE, CENTRE), "x", "a.txt")
                .andExpect(status().isForbidden());
        send(Addresses.of(number) + "/risposte", cast.coordinatore("file-altrove"), "x", "a.txt")
                .andExpect(status().isNotFound());
    }

    private ResultActions answer(Map<String, String> fields, String... names) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(Addresses.of(number) + "/risposte");
        for (String name : names) {
            request.file(file(name));
        }
        fields.forEach(request::param);
        return web.perform(request.with(office()));
    }

    private ResultActions send(String address, RequestPostProcessor by, String text, String name) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(address).file(file(name));
        request.param("text", text);
        return web.perform(request.with(by));
    }

    private static MockMultipartFile file(String name) {
        String content = name.endsWith(".pdf") ? "%PDF-1.7\n" : "Parole, " + name;
        return new MockMultipartFile(
                "files", name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private WholeTicket whole() {
        return cast.at(CENTRE, () -> reader.get(number, Viewer.OFFICE)).whole();
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }
}
