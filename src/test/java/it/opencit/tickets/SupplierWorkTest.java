// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class SupplierWorkTest {

    private static final String CENTRE = "fornitori";
    private static final Pattern LINK = Pattern.compile("/lavoro/[\\w-]+");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Organizations organizations;

    @Autowired
    Suppliers suppliers;

    @Autowired
    SupplierDesks desks;

    @Autowired
    Assignees assignees;

    @Autowired
    StaffGroups groups;

    @Autowired
    Persons persons;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    private SupplierId rete = new SupplierId(1);
    private SupplierId other = new SupplierId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aTicketOfASupplier() {
        cast.at(CENTRE, () -> {
            rete = Desk.supplier(suppliers);
            other = Desk.supplier(suppliers);
            desks.keep(rete, true, "uno@rete.example.it\ndue@rete.example.it", 0);
            OrganizationId body = Desk.body(organizations);
            number = tickets.open(Desk.asked(body, "La fibra è giù"), Desk.ELENA);
            tickets.write(number, Visibility.INTERNAL, "Nota di Carlotta", Desk.ANNA);
            tickets.write(number, Visibility.PUBLIC, "Ci guardiamo", Desk.ANNA);
            give(rete);
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    private void give(SupplierId supplier) {
        tickets.assign(number, null, Assignee.of(suppliers.get(supplier)), "", Desk.ANNA);
    }

    @Test
    void aSupplierSeesItsTicketsWithoutNotesAndNames() throws Exception {
        RequestPostProcessor fabio = cast.fornitore(rete.value(), CENTRE);
        web.perform(get("/fornitore").with(fabio))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("La fibra è giù")))
                .andExpect(content().string(not(containsString("Assegnato a"))));
        web.perform(get("/fornitore/" + number).with(fabio))
                .andExpect(content().string(containsString("Ci guardiamo")))
                .andExpect(content().string(containsString("Fatto: torna al centro")))
                .andExpect(content().string(not(containsString("Carlotta"))))
                .andExpect(content().string(not(containsString("Anna Valenti, "))))
                .andExpect(content().string(not(containsString("elena@roccaverde"))));
        web.perform(get("/fornitore").param("q", "Carlotta").with(fabio))
                .andExpect(content().string(containsString("Nessun ticket con questi filtri")));
    }

    @Test
    void anotherSuppliersTicketIsAsIfItWereNotThere() throws Exception {
        RequestPostProcessor stranger = cast.fornitore(other.value(), CENTRE);
        String address = "/fornitore/" + number;
        web.perform(get("/fornitore").with(stranger))
                .andExpect(content().string(not(containsString("La fibra è giù"))));
        web.perform(get(address).with(stranger)).andExpect(status().isNotFound());
        web.perform(post(address + "/risposte").param("text", "x").with(stranger))
                .andExpect(status().isNotFound());
        web.perform(post(address + "/fatto").param("text", "x").with(stranger)).andExpect(status().isNotFound());
        web.perform(multipart(address + "/allegati").file(pdf()).with(stranger)).andExpect(status().isNotFound());
        web.perform(get(address + "/allegati/1").with(stranger)).andExpect(status().isNotFound());
        for (String closed :
                List.of("/gestione", Addresses.TICKETS, Addresses.of(number), "/area", "/area/assistenza")) {
            web.perform(get(closed).with(stranger)).andExpect(status().isForbidden());
        }
        web.perform(get("/api/v1/tickets/" + number).with(stranger)).andExpect(status().isForbidden());
        for (Role role : List.of(Role.COORDINATORE, Role.OPERATORE, Role.REDATTORE)) {
            web.perform(get(address).with(cast.with(role, CENTRE))).andExpect(status().isForbidden());
        }
        web.perform(get(address).with(cast.nobody(CENTRE))).andExpect(redirectedUrl("/accesso"));
    }

    @Test
    void itAnswersAddsAFileAndHandsTheWorkBack() throws Exception {
        RequestPostProcessor fabio = cast.fornitore(rete.value(), CENTRE);
        String address = "/fornitore/" + number;
        web.perform(post(address + "/risposte").param("text", "Esce il tecnico").with(fabio))
                .andExpect(redirectedUrl(address));
        web.perform(multipart(address + "/allegati").file(pdf()).with(fabio)).andExpect(redirectedUrl(address));
        web.perform(post(address + "/fatto").param("text", "").with(fabio))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il testo")));
        web.perform(post(address + "/fatto")
                        .param("text", "Cambiato lo spezzone")
                        .with(fabio))
                .andExpect(redirectedUrl(address));
        web.perform(get(address).with(fabio))
                .andExpect(content().string(containsString("Da testare")))
                .andExpect(content().string(containsString("rapporto.pdf")))
                .andExpect(content().string(not(containsString("Fatto: torna al centro</button>"))));
        web.perform(get(Addresses.of(number)).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Dal fornitore al centro")))
                .andExpect(content().string(containsString("Cambiato lo spezzone")));
        // What passes between office and supplier is neither the body's nor the next supplier's.
        long body = cast.at(
                CENTRE,
                () -> jdbc.sql("select organization_id from tickets.ticket where id = :id")
                        .param("id", number.value())
                        .query(Long.class)
                        .single());
        web.perform(get(Addresses.inArea(number)).with(cast.referente(body, CENTRE)))
                .andExpect(content().string(not(containsString("Esce il tecnico"))))
                .andExpect(content().string(not(containsString("rapporto.pdf"))));
        cast.at(CENTRE, () -> give(other));
        web.perform(get(address).with(cast.fornitore(other.value(), CENTRE)))
                .andExpect(content().string(containsString("Ci guardiamo")))
                .andExpect(content().string(not(containsString("Esce il tecnico"))));
        web.perform(get(address).with(fabio)).andExpect(status().isNotFound());
    }

    @Test
    void everyAddressHasALinkOfItsOwnAndNobodyACopyOfItsOwnReply() throws Exception {
        assertThat(mails()).hasSize(2).allMatch(mail -> LINK.matcher(mail).find());
        String link = link(0);
        assertThat(link).isNotEqualTo(link(1));

        web.perform(get(link).with(cast.nobody(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ci guardiamo")))
                .andExpect(content().string(not(containsString("Carlotta"))));
        web.perform(post(link + "/risposte").param("text", "Arriviamo").with(cast.nobody(CENTRE)))
                .andExpect(redirectedUrl(link));
        assertThat(mails()).hasSize(2);
        cast.at(CENTRE, () -> tickets.write(number, Visibility.SUPPLIER, "Quando?", Desk.ANNA));
        assertThat(mails()).hasSize(4);
        cast.at(CENTRE, () -> tickets.write(number, Visibility.INTERNAL, "Non per loro", Desk.ANNA));
        assertThat(mails()).hasSize(4);
        web.perform(post(link + "/fatto").param("text", "Fatto").with(cast.nobody(CENTRE)))
                .andExpect(redirectedUrl(link));
        assertThat(mails()).hasSize(4);
    }

    @Test
    void aLinkIsWorthNothingWhenForgedOldOrTheTicketMovedOn() throws Exception {
        RequestPostProcessor nobody = cast.nobody(CENTRE);
        String link = link(0);
        char last = link.charAt(link.length() - 5);
        String forged =
                link.substring(0, link.length() - 5) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 4);
        web.perform(get(forged).with(nobody)).andExpect(status().isGone());
        web.perform(get("/lavoro/1").with(nobody)).andExpect(status().isGone());
        web.perform(get(link).with(cast.nobody(Cast.COLLI))).andExpect(status().isGone());
        web.perform(get(link + "/allegati/1").with(nobody)).andExpect(status().isNotFound());
        clock.moveTo(LocalDate.now(clock).plusDays(31));
        web.perform(get(link).with(nobody)).andExpect(status().isGone());
        clock.letGo();
        web.perform(get(link).with(nobody)).andExpect(status().isOk());
        cast.at(CENTRE, () -> give(other));
        web.perform(get(link).with(nobody))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("non vale più")));
        web.perform(post(link + "/risposte").param("text", "x").with(nobody)).andExpect(status().isGone());
        cast.at(CENTRE, () -> give(rete));
        web.perform(get(link).with(nobody)).andExpect(status().isGone()); // given back: the old link stays dead
        String fresh = link(2);
        cast.at(CENTRE, () -> {
            tickets.move(number, TicketState.SOLVED, null, "", Desk.ANNA);
            tickets.move(number, TicketState.CLOSED, null, "", Desk.ANNA);
        });
        web.perform(get(fresh).with(nobody)).andExpect(status().isGone());
    }

    @Test
    void onlyActiveSuppliersAndGroupsWithSomebodyAreOffered() throws Exception {
        RequestPostProcessor anna = cast.coordinatore(CENTRE);
        String desk = AssigneeController.ADDRESS + "/fornitori/" + other;
        web.perform(post(desk)
                        .param("addresses", "non è posta")
                        .param("offered", "si")
                        .param("version", "0")
                        .with(anna))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("un indirizzo per riga")));
        web.perform(post(desk).param("addresses", "").param("version", "0").with(anna))
                .andExpect(redirectedUrl(AssigneeController.ADDRESS));
        web.perform(post(desk).param("addresses", "").param("version", "0").with(anna))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("qualcun altro ha salvato")));
        assertThatThrownBy(() -> cast.at(CENTRE, () -> assignees.chosen(Assignee.code(other))))
                .isInstanceOf(Refusal.class);
        web.perform(get(Addresses.of(number) + "/assegnazione").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("value=\"fornitore-" + rete)))
                .andExpect(content().string(not(containsString("value=\"fornitore-" + other))));

        cast.at(CENTRE, () -> persons.grant(persons.enrol("anna", "Anna Valenti", "demo"), Role.COORDINATORE, null));
        String groups = AssigneeController.ADDRESS + "/gruppi/nuovo";
        web.perform(post(groups).param("name", "Vuoto").with(anna))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("un gruppo vuoto")));
        String name = "Rete " + number;
        web.perform(post(groups).param("name", name).param("members", "anna").with(anna))
                .andExpect(redirectedUrl(AssigneeController.ADDRESS));
        web.perform(post(groups).param("name", name).param("members", "anna").with(anna))
                .andExpect(status().isUnprocessableContent());
        web.perform(get(AssigneeController.ADDRESS).with(anna))
                .andExpect(content().string(containsString(name)));
        web.perform(get(AssigneeController.ADDRESS).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(post(groups).with(cast.with(Role.AMMINISTRATIVO, CENTRE))).andExpect(status().isForbidden());
    }

    private List<String> mails() {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select body from notices.mail where key like :key order by id")
                        .param("key", "ticket-" + number + "-%-fornitore-%")
                        .query(String.class)
                        .list());
    }

    private String link(int mail) {
        var found = LINK.matcher(mails().get(mail));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static MockMultipartFile pdf() {
        return new MockMultipartFile(
                "file", "rapporto.pdf", "application/pdf", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    }
}
