// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import it.opencit.tickets.Category.Ask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The filters of the list, on the page and for programs, on five tickets of a centre of its own. */
@OpenCitTest
class SievesTest {

    private static final String CENTRE = "filtri";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, TicketNumber> NUMBERS = new HashMap<>();
    private static Assignee rete = new Assignee(Assignee.Kind.SUPPLIER, "fornitore-1", "Rete Srl");
    private static OrganizationId collefiore = new OrganizationId(1);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Tickets tickets;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    StaffGroups groups;

    @BeforeEach
    void fiveTickets() {
        if (!NUMBERS.isEmpty()) {
            return;
        }
        cast.at(CENTRE, () -> {
            persons.grant(persons.enrol("anna", "Anna Valenti", "molto segreta"), Role.COORDINATORE, null);
            OrganizationId roccaverde = Desk.body(organizations);
            collefiore = organizations.add(it.opencit.organizations.OrganizationDetails.of(
                    it.opencit.organizations.OrganizationKind.COMUNE, "Collefiore Terme"));
            rulebooks.add(new Category(0, "posta", "assistenza", "Posta", "", Set.of(Ask.TYPE), false, false, 0));
            rulebooks.add(new Category(0, "pec", "posta", "PEC", "", Set.of(Ask.TYPE), false, false, 0));
            open("alta", roccaverde, "assistenza", TicketType.FAULT, "Rete");
            open("posta", roccaverde, "posta", TicketType.REQUEST, "");
            open("pec", collefiore, "pec", TicketType.FAULT, "Posta e PEC");
            open("rinnovo", collefiore, "attivazione-rinnovo", TicketType.REQUEST, "posta e pec");
            open("nuovo", roccaverde, "attivazione-rinnovo", TicketType.REQUEST, "");
            assign("alta", new Assignee(Assignee.Kind.PERSON, "anna", "Anna Valenti"));
            assign("posta", Assignee.of(groups.keep(new StaffGroup(0, "Rete", List.of("anna"), false, 0))));
            assign("pec", new Assignee(Assignee.Kind.PERSON, "carla", "Carla Monti"));
            rete = Assignee.of(suppliers.get(Desk.supplier(suppliers)));
            assign("rinnovo", rete);
        });
    }

    private void open(String name, OrganizationId body, String category, TicketType type, String service) {
        NUMBERS.put(
                name,
                tickets.open(
                        new NewTicket(type, category, Urgency.MEDIUM, name, "x", body, "", "e@example.it")
                                .about(service),
                        new Author("elena-" + name, "Elena Riva", false)));
    }

    private void assign(String name, Assignee to) {
        tickets.assign(Objects.requireNonNull(NUMBERS.get(name)), null, to, "", Desk.ANNA);
    }

    @ParameterizedTest(name = "{0}: {1}={2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                           | filter       | value               | found
      a body by a part of its name   | ente         | collefiore          | pec rinnovo
      a body that there is not       | ente         | Atlantide           | -
      mine                           | assegnatario | me                  | alta
      of my groups                   | assegnatario | miei-gruppi         | posta
      of nobody                      | assegnatario | nessuno             | nuovo
      of a supplier                  | assegnatario | RETE                | rinnovo
      a type                         | tipo         | FAULT               | alta pec
      a service, whatever the case   | servizio     | POSTA e pec         | pec rinnovo
      a category and all below       | categoria    | assistenza          | alta posta pec
      a category half way            | categoria    | posta               | posta pec
      """)
    void narrowTheList(String name, String filter, String value, String found) throws Exception {
        String page = text(get(Addresses.TICKETS)
                .param(filter, value.replace("RETE", rete.code()))
                .with(cast.coordinatore(CENTRE)));
        assertThat(shown(page)).containsExactlyInAnyOrder(found.equals("-") ? new String[0] : found.split(" "));
        assertThat(page).contains("Togli i filtri");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      state    | found
      NEW      | nuovo
      OPEN     | nuovo
      ASSIGNED | -
      SOLVED   | -
      """)
    void ofThoseThatNobodyHasTheChosenStateStillCounts(String state, String found) throws Exception {
        String page = text(get(Addresses.TICKETS)
                .param("assegnatario", "nessuno")
                .param("stato", state)
                .with(cast.coordinatore(CENTRE)));
        assertThat(shown(page)).containsExactlyInAnyOrder(found.equals("-") ? new String[0] : found.split(" "));
        assertThat(page).contains("non ancora di nessuno");
    }

    @Test
    void thePageOffersThemAndKeepsWhatWasChosen() throws Exception {
        String page = text(get(Addresses.TICKETS)
                .param("ente", "collefiore")
                .param("tipo", "FAULT")
                .with(cast.coordinatore(CENTRE)));
        assertThat(page)
                .contains("value=\"Comune di Collefiore Terme\" list=\"scelte-ente\"")
                .contains("<option value=\"FAULT\" selected>")
                .contains("A me")
                .contains("Gruppo: Rete")
                .contains("/ticket.csv?ente=" + collefiore + "&amp;tipo=FAULT")
                .containsPattern("class=\"oc-sieve-more\" open");
        assertThat(text(get(Addresses.TICKETS).param("ente", "Atlantide").with(cast.coordinatore(CENTRE))))
                .contains("si chiama «Atlantide»");
        assertThat(text(get(Addresses.TICKETS + "/ticket.csv")
                                .param("ente", "collefiore")
                                .param("assegnatario", "me")
                                .with(cast.coordinatore(CENTRE)))
                        .lines())
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      filter    | value        | found
      category  | assistenza   | pec posta alta
      service   | Posta e PEC  | rinnovo pec
      requester | elena-pec    | pec
      requester | E@example.it | nuovo rinnovo pec posta alta
      due       | week         | nuovo
      due       | 2100-01-01   | nuovo rinnovo pec posta alta
      due       | 2001-01-01   | -
      """)
    void programsAskTheSame(String filter, String value, String found) throws Exception {
        StringBuilder all = new StringBuilder();
        String cursor = "";
        do {
            JsonNode page = JSON.readTree(text(get("/api/v1/tickets")
                    .param(filter, value)
                    .param("limit", "2")
                    .param("cursor", cursor)
                    .with(cast.coordinatore(CENTRE))));
            page.get("items")
                    .forEach(one -> all.append(one.get("title").asString()).append(' '));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(all.toString().strip()).isEqualTo(found.replace("-", ""));
    }

    @Test
    void whatIsNoFilterIsToldToProgramsAndNoOtherCentreFindsAnything() throws Exception {
        for (String wrong : List.of("category=nessuna", "due=domani")) {
            web.perform(get("/api/v1/tickets?" + wrong).with(cast.coordinatore(CENTRE)))
                    .andExpect(status().isUnprocessableContent());
        }
        web.perform(get("/api/v1/tickets?requester=elena-pec").with(cast.coordinatore("filtri-altrove")))
                .andExpect(content().string(containsString("\"items\":[]")));
        web.perform(get(Addresses.TICKETS).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isForbidden());
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getContentAsString();
    }

    private static List<String> shown(String page) {
        return NUMBERS.entrySet().stream()
                .filter(one -> page.contains("href=\"" + Addresses.of(one.getValue()) + "\""))
                .map(Map.Entry::getKey)
                .toList();
    }
}
