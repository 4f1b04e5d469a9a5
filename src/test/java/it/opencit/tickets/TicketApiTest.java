// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class TicketApiTest {

    private static final String CENTRE = Desk.CENTRE;
    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    Suppliers suppliers;

    @Autowired
    StaffGroups groups;

    @Autowired
    Persons persons;

    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void aBody() {
        body = cast.at(CENTRE, () -> Desk.body(organizations));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aFaultIsOpenedWithItsTargets() throws Exception {
        clock.moveTo(LocalDate.of(2026, 11, 16)); // a Monday, at ten

        send(cast.with(Role.OPERATORE, CENTRE), TICKETS, opening("La stampante non stampa", "HIGH"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("NEW"))
                .andExpect(jsonPath("$.number").isNumber())
                .andExpect(jsonPath("$.organizationId").value(body.toString()))
                // four working hours: half past twelve, then from two to half past three
                .andExpect(jsonPath("$.targets.takeInCharge.minutes").value(240))
                .andExpect(jsonPath("$.targets.takeInCharge.due").value("2026-11-16T14:30:00Z"))
                // sixteen: 2.5 and 3 on Monday, 7 on Tuesday, 3.5 on Wednesday
                .andExpect(jsonPath("$.targets.solution.due").value("2026-11-18T11:00:00Z"))
                .andExpect(jsonPath(
                        "$.allowed", containsInAnyOrder("ASSIGNED", "PLANNED", "SUSPENDED", "SOLVED", "DELETED")));
    }

    @Test
    void tasksAreAddedDoneAndHoldTheTicketBack() throws Exception {
        long number = open("Il server si scalda");
        String tasks = TICKETS + "/" + number + "/tasks";
        RequestPostProcessor operator = cast.with(Role.OPERATORE, CENTRE);
        send(operator, tasks, "{\"title\": \"Ordinare la ventola\", \"due\": \"2026-12-01\", \"blocking\": true}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.items[0].title").value("Ordinare la ventola"))
                .andExpect(jsonPath("$.items[0].due").value("2026-12-01"))
                .andExpect(jsonPath("$.items[0].done").value(false));
        send(operator, tasks, "{\"title\": \" \"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("title"));
        send(operator, TICKETS + "/" + number + "/transitions", "{\"state\": \"SOLVED\"}")
                .andExpect(status().isUnprocessableContent());
        String id = JsonPath.read(
                web.perform(get(tasks).with(operator)).andReturn().getResponse().getContentAsString(), "$.items[0].id");
        for (int status : new int[] {200, 422}) {
            web.perform(put(tasks + "/" + id)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"done\": true}")
                            .with(operator))
                    .andExpect(status().is(status));
        }
        web.perform(get(tasks).with(operator))
                .andExpect(jsonPath("$.items[0].done").value(true));
        web.perform(get(tasks).with(cast.referente(body.value(), CENTRE))).andExpect(status().isForbidden());
        web.perform(get(TICKETS + "/999999999/tasks").with(operator)).andExpect(status().isNotFound());
    }

    @Test
    void numbersOfACentreFollowEachOther() throws Exception {
        long first = open("Prima");
        assertThat(open("Seconda")).isEqualTo(first + 1);
    }

    @Test
    void theLifeOfATicketWithItsClock() throws Exception {
        clock.moveTo(LocalDate.of(2026, 11, 16));
        String ticket = TICKETS + "/" + open("Il protocollo non chiude");
        RequestPostProcessor office = cast.with(Role.OPERATORE, CENTRE);

        send(office, ticket + "/transitions", "{\"state\":\"ASSIGNED\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.assignee.code").value("anna"))
                .andExpect(jsonPath("$.targets.takeInCharge.kept").value(true));
        clock.moveTo(LocalDate.of(2026, 11, 17)); // seven hours later
        send(office, ticket + "/transitions", "{\"state\":\"SUSPENDED\",\"reason\":\"Si aspetta l'ente\"}")
                .andExpect(jsonPath("$.targets.solution.due").isEmpty());
        clock.moveTo(LocalDate.of(2026, 11, 23));
        send(office, ticket + "/transitions", "{\"state\":\"ASSIGNED\"}").andExpect(status().isOk());

        web.perform(get(ticket + "/clock").with(office))
                .andExpect(jsonPath("$.running").value(true))
                .andExpect(jsonPath("$.ledger", hasSize(3)))
                .andExpect(jsonPath("$.ledger[0].worked").value("PT7H"))
                .andExpect(jsonPath("$.ledger[1].running").value(false))
                .andExpect(jsonPath("$.ledger[1].worked").value("PT0S"))
                .andExpect(jsonPath("$.ledger[1].why").value("In sospeso: Si aspetta l'ente"))
                .andExpect(jsonPath("$.ledger[2].calendarVersion").value(1))
                .andExpect(jsonPath("$.solution.elapsed").value("PT7H"))
                .andExpect(jsonPath("$.solution.remaining").value("PT33H"))
                .andExpect(jsonPath("$.solution.sum", containsString("40 h promesse − 7 h trascorse = 33 h restanti")));
        web.perform(get(ticket).with(office)).andExpect(jsonPath("$.events", hasSize(5)));
    }

    @Test
    void aTicketIsAssignedToAGroupWithAReason() throws Exception {
        String ticket = TICKETS + "/" + open("Da dare al gruppo");
        RequestPostProcessor office = cast.with(Role.OPERATORE, CENTRE);
        cast.at(CENTRE, () -> {
            persons.grant(persons.enrol("anna", "Anna Valenti", "demo"), Role.COORDINATORE, null);
            if (groups.all().isEmpty()) {
                groups.keep(new StaffGroup(0, "Sistemisti", List.of("anna"), false, 0));
            }
        });
        String assigning = "{\"assignee\":\"Sistemisti\",\"assigneeKind\":\"GROUP\",\"reason\":\"Serve la rete\"}";

        send(office, ticket + "/assignment", assigning)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("ASSIGNED"))
                .andExpect(jsonPath("$.assignee.name").value("Sistemisti"));
        send(office, ticket + "/assignment", assigning).andExpect(status().isUnprocessableContent());
        send(office, ticket + "/assignment", "{\"assignee\":\"nessuno\"}").andExpect(status().isUnprocessableContent());
        send(cast.referente(body.value(), CENTRE), ticket + "/assignment", assigning)
                .andExpect(status().isForbidden());
    }

    @Test
    void anIllegalChangeIsAConflictThatSaysWhatIsLegal() throws Exception {
        String ticket = TICKETS + "/" + open("Nuova");

        send(cast.with(Role.OPERATORE, CENTRE), ticket + "/transitions", "{\"state\":\"CLOSED\"}")
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath(
                        "$.allowed", containsInAnyOrder("ASSIGNED", "PLANNED", "SUSPENDED", "SOLVED", "DELETED")))
                .andExpect(jsonPath("$.detail", containsString("«Nuovo»")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
      slip                         | path         | body                                                  | status | field
      a pause without a cause      | /transitions | {"state":"SUSPENDED"}                                 | 422    | reason
      nobody of that name          | /transitions | {"state":"ASSIGNED","assignee":"nessuno"}             | 422    | assignee
      no state                     | /transitions | {}                                                    | 422    | state
      a state that is none         | /transitions | {"state":"FLYING"}                                    | 400    | state
      a list where a word goes     | /transitions | {"state":["NEW"]}                                     | 400    | state
      a word where a number goes   | /transitions | {"state":"ASSIGNED","version":"x"}                    | 400    | version
      something that is not JSON   | /transitions | {"state"                                              | 400    |
      an older version             | /transitions | {"state":"ASSIGNED","version":7}                      | 409    |
      an empty answer              | /entries     | {"visibility":"PUBLIC","text":"  "}                   | 422    | text
      the same urgency             | /urgency     | {"urgency":"MEDIUM","reason":"x"}                     | 422    | urgency
      an urgency without a reason  | /urgency     | {"urgency":"HIGH"}                                    | 422    | reason
      """)
    void slipsAreAnsweredWithAProblemDocument(String slip, String path, String text, int status, String field)
            throws Exception {
        ResultActions answer = send(cast.with(Role.OPERATORE, CENTRE), TICKETS + "/" + open("Slip") + path, text);

        answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        if (field != null) {
            answer.andExpect(jsonPath("$.field").value(field));
        }
    }

    @Test
    void aWordThatIsNoneOfThoseKnownIsToldWithThem() throws Exception {
        send(cast.with(Role.OPERATORE, CENTRE), TICKETS, opening("x", "SUBITO"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("urgency"))
                .andExpect(
                        jsonPath("$.detail")
                                .value(
                                        "Il campo urgency non può valere «SUBITO»: scrivi uno tra BLOCKING, HIGH, MEDIUM, LOW, VERY_LOW."));
    }

    @Test
    void anOpeningWithoutABodyOrATitleIsRefusedByField() throws Exception {
        RequestPostProcessor office = cast.with(Role.OPERATORE, CENTRE);
        send(office, TICKETS, "{\"type\":\"FAULT\",\"title\":\"x\",\"description\":\"y\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("organizationId"));
        send(office, TICKETS, opening("", "HIGH")).andExpect(jsonPath("$.field").value("title"));
        send(office, TICKETS, opening("x", "HIGH").replace("assistenza", "nessuna"))
                .andExpect(jsonPath("$.field").value("category"));
        send(office, TICKETS, opening("x", "HIGH").replace("\"" + body + "\"", "\"999999\""))
                .andExpect(jsonPath("$.field").value("organizationId"));
    }

    @Test
    void aNewUrgencyChoosesAnotherPromiseAndKeepsWhatWasCounted() throws Exception {
        clock.moveTo(LocalDate.of(2026, 11, 16));
        String ticket = TICKETS + "/" + open("Lenta");
        clock.moveTo(LocalDate.of(2026, 11, 17));

        send(
                        cast.with(Role.OPERATORE, CENTRE),
                        ticket + "/urgency",
                        "{\"urgency\":\"BLOCKING\",\"reason\":\"Ora è fermo tutto\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.targets.solution.minutes").value(480))
                // of eight hours seven have passed: one is left
                .andExpect(jsonPath("$.targets.solution.due").value("2026-11-17T10:00:00Z"));
    }

    @Test
    void theListIsPagedAndFilteredAndOrdered() throws Exception {
        for (int i = 1; i <= 5; i++) {
            open("Pagina " + i);
        }
        RequestPostProcessor office = cast.with(Role.OPERATORE, CENTRE);
        String first = web.perform(get(TICKETS)
                        .param("state", "NEW")
                        .param("sort", "-opened")
                        .param("limit", "3")
                        .param("organizationId", body.toString())
                        .with(office))
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.items[0].title").value("Pagina 5"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String next = JsonPath.read(first, "$.next");

        web.perform(get(TICKETS)
                        .param("limit", "3")
                        .param("cursor", next)
                        .param("organizationId", body.toString())
                        .with(office))
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[1].title").value("Pagina 1"))
                .andExpect(jsonPath("$.next").isEmpty());
        web.perform(get(TICKETS)
                        .param("state", "OPEN")
                        .param("sort", "due")
                        .param("organizationId", body.toString())
                        .with(office))
                .andExpect(jsonPath("$.items[0].title").value("Pagina 1"));
        web.perform(get(TICKETS).param("sort", "size").with(office)).andExpect(status().isUnprocessableContent());
        web.perform(get(TICKETS).param("state", "FLYING").with(office)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void wordsAreFoundByStemWithoutAccentsInTitleTextAnswersAndNotes() throws Exception {
        long number = open("Le cartelle dell'anagrafe");
        RequestPostProcessor office = cast.with(Role.OPERATORE, CENTRE);
        send(office, TICKETS + "/" + number + "/entries", "{\"text\":\"Perché la città è già aggiornata\"}");
        send(
                office,
                TICKETS + "/" + number + "/entries",
                "{\"visibility\":\"INTERNAL\",\"text\":\"Chiamare Zebedeo\"}");

        for (String words : new String[] {"cartella", "anagrafe cartelle", "citta", "città", "zebedeo", "" + number}) {
            web.perform(get(TICKETS).param("q", words).param("limit", "500").with(office))
                    .andExpect(jsonPath("$.items[*].number", org.hamcrest.Matchers.hasItem((int) number)));
        }
        web.perform(get(TICKETS).param("q", "zebedeo elefante").with(office))
                .andExpect(jsonPath("$.items", hasSize(0)));
        web.perform(get(TICKETS).param("q", "' & | ! :* <->").with(office)).andExpect(jsonPath("$.items", hasSize(0)));
        web.perform(get(TICKETS).param("q", "cartelle").with(cast.with(Role.OPERATORE, Cast.COLLI)))
                .andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void aBodySeesItsOwnTicketsWithoutNotesNamesAndClock() throws Exception {
        long ours = open("Nostra");
        SupplierId rete = cast.at(CENTRE, () -> Desk.supplier(suppliers));
        OrganizationId other = cast.at(CENTRE, () -> Desk.body(organizations));
        long theirs = cast.at(CENTRE, () -> tickets.open(Desk.asked(other, "Loro"), Desk.ANNA))
                .value();
        RequestPostProcessor office = cast.with(Role.OPERATORE, CENTRE);
        send(
                        office,
                        TICKETS + "/" + ours + "/transitions",
                        "{\"state\":\"ASSIGNED\",\"assignee\":\"fornitore-" + rete
                                + "\",\"assigneeKind\":\"SUPPLIER\"}")
                .andExpect(status().isOk());
        send(office, TICKETS + "/" + ours + "/entries", "{\"visibility\":\"INTERNAL\",\"text\":\"Segreta Filomena\"}");
        send(office, TICKETS + "/" + ours + "/entries", "{\"text\":\"Ci pensiamo noi\"}");
        RequestPostProcessor elena = cast.referente(body.value(), CENTRE);

        web.perform(get(TICKETS + "/" + ours).with(elena))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries", hasSize(1)))
                .andExpect(jsonPath("$.assignee").isEmpty())
                .andExpect(jsonPath("$.entries[0].author").value(""))
                .andExpect(content().string(not(containsString("Filomena"))))
                .andExpect(content().string(not(containsString("Rete Srl"))));
        web.perform(get(TICKETS + "/" + theirs).with(elena)).andExpect(status().isNotFound());
        web.perform(get(TICKETS).with(elena)).andExpect(jsonPath("$.items", hasSize(1)));
        web.perform(get(TICKETS).param("organizationId", other.toString()).with(elena))
                .andExpect(jsonPath("$.items[0].title").value("Nostra"));
        web.perform(get(TICKETS).param("q", "Filomena").with(elena)).andExpect(jsonPath("$.items", hasSize(0)));
        web.perform(get(TICKETS).param("q", "pensiamo").with(elena)).andExpect(jsonPath("$.items", hasSize(1)));
        web.perform(get(TICKETS + "/" + ours + "/clock").with(elena)).andExpect(status().isForbidden());
        send(elena, TICKETS + "/" + ours + "/transitions", "{\"state\":\"SOLVED\"}")
                .andExpect(status().isConflict());
        send(elena, TICKETS + "/" + theirs + "/entries", "{\"text\":\"x\"}").andExpect(status().isNotFound());
        send(elena, TICKETS + "/" + ours + "/entries", "{\"visibility\":\"INTERNAL\",\"text\":\"x\"}")
                .andExpect(status().isForbidden());
        send(elena, TICKETS + "/" + ours + "/urgency", "{\"urgency\":\"HIGH\",\"reason\":\"x\"}")
                .andExpect(status().isForbidden());
        send(elena, TICKETS, opening("Per un altro", "LOW").replace("\"" + body + "\"", "\"" + other + "\""))
                .andExpect(status().isUnprocessableContent());
        send(elena, TICKETS, opening("Per noi", "LOW")).andExpect(status().isCreated());
    }

    @Test
    void aFileIsAddedAndAnotherCentreSeesNothing() throws Exception {
        long number = open("Con file");
        byte[] pdf = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

        web.perform(multipart(TICKETS + "/" + number + "/attachments")
                        .file(new MockMultipartFile("file", "schermata.pdf", "application/pdf", pdf))
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.attachments[0].name").value("schermata.pdf"));
        web.perform(get(TICKETS + "/" + number).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(get(TICKETS + "/" + number).with(cast.nobody(CENTRE))).andExpect(status().is4xxClientError());
        web.perform(get(TICKETS + "/9999999").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aFileIsTakenByWhoSeesItInTheTicket() throws Exception {
        long number = open("Con due file");
        RequestPostProcessor office = cast.with(Role.OPERATORE, CENTRE);
        RequestPostProcessor elena = cast.referente(body.value(), CENTRE);
        String open = attached(number, "PUBLIC", "1 0 obj");
        String internal = attached(number, "INTERNAL", "2 0 obj");
        web.perform(get(TICKETS + "/" + number).with(elena)).andExpect(jsonPath("$.attachments", hasSize(1)));

        web.perform(get(open).with(elena))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().string(containsString("1 0 obj")))
                .andExpect(header().string("Content-Disposition", containsString("attachment; ")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"));
        web.perform(get(internal).with(office)).andExpect(content().string(containsString("2 0 obj")));
        web.perform(get(internal).with(elena)).andExpect(status().isNotFound());
        OrganizationId other = cast.at(CENTRE, () -> Desk.body(organizations));
        web.perform(get(open).with(cast.referente(other.value(), CENTRE))).andExpect(status().isNotFound());
        long without = open("Senza file");
        web.perform(get(open.replace("/" + number + "/", "/" + without + "/")).with(office))
                .andExpect(status().isNotFound());
        web.perform(get(open).with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(get(open).with(cast.with(Role.OPERATORE, Cast.COLLI))).andExpect(status().isNotFound());
    }

    private String attached(long number, String visibility, String content) throws Exception {
        String attachments = TICKETS + "/" + number + "/attachments";
        String answer = web.perform(multipart(attachments)
                        .file(new MockMultipartFile(
                                "file",
                                visibility + ".pdf",
                                "application/pdf",
                                ("%PDF-1.7\n" + content).getBytes(StandardCharsets.US_ASCII)))
                        .param("visibility", visibility)
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        List<String> id = JsonPath.read(answer, "$.attachments[?(@.visibility == '" + visibility + "')].id");
        return attachments + "/" + id.getFirst();
    }

    private long open(String title) throws Exception {
        String answer = send(cast.with(Role.OPERATORE, CENTRE), TICKETS, opening(title, "MEDIUM"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return ((Number) JsonPath.read(answer, "$.number")).longValue();
    }

    private String opening(String title, String urgency) {
        return """
                {"type":"FAULT","category":"assistenza","urgency":"%s","title":"%s",
                 "description":"Da questa mattina non va.","organizationId":"%s"}""".formatted(urgency, title, body);
    }

    private ResultActions send(RequestPostProcessor by, String address, String text) throws Exception {
        return web.perform(post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(text)
                .with(by));
    }
}
