// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Continuation;
import it.opencit.catalogue.Eligibility;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingArea;
import it.opencit.catalogue.OfferingClass;
import it.opencit.catalogue.OfferingDetails;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.OfferingLevel;
import it.opencit.catalogue.PriceRule;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.CompletedSubscription;
import it.opencit.subscriptions.NewRequest;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.tickets.StatisticsQuery.Per;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Each test has a centre of its own, with a catalogue of one service. */
@OpenCitTest
class ConcernedServiceTest {

    private static final LocalDate TODAY = LocalDate.now(Italian.ROME);
    private static int centres;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketReader reader;

    @Autowired
    Statistics statistics;

    @Autowired
    Watch watch;

    @Autowired
    JdbcClient jdbc;

    private String centre = "";
    private OrganizationId body = new OrganizationId(1);
    private OfferingId mail = new OfferingId(1);

    @BeforeEach
    void aCatalogueOfOneService() {
        centre = "servizio" + ++centres;
        body = cast.at(centre, () -> Desk.body(organizations));
        mail = cast.at(centre, () -> catalogue.add(mail("Posta certificata")));
    }

    private static OfferingDetails mail(String title) {
        var always = new Period(LocalDate.of(2015, 1, 1), null);
        return new OfferingDetails(
                "pec",
                title,
                "Caselle di posta",
                OfferingClass.SURCHARGE,
                OfferingLevel.BASE,
                OfferingArea.BACK_OFFICE,
                FeeKind.YEARLY,
                Continuation.TACIT,
                List.of(new PriceRule(ChargeKind.YEARLY, "", "brescia-2015-2020/pec", always)),
                new Eligibility(false, Set.of(), null),
                AllowanceSharing.EACH,
                "",
                null,
                always);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      written             | kept          | read
      pec                 | pec           | Posta certificata
      PEC                 | pec           | Posta certificata
      ' posta  Certificata' | pec         | Posta certificata
      Il fax dell'ufficio | Il fax dell'ufficio | Il fax dell'ufficio
      """)
    void aServiceIsKeptByItsCodeHoweverItIsWritten(String written, String kept, String read) throws Exception {
        TicketNumber number = open(written);
        cast.at(
                centre,
                () -> assertThat(reader.get(number, Viewer.OFFICE)
                                .whole()
                                .ticket()
                                .service())
                        .isEqualTo(kept));
        web.perform(get(Addresses.of(number)).with(office()))
                .andExpect(content().string(containsString("<dd>" + read + "</dd>")));
        web.perform(get("/api/v1/tickets/" + number).with(office()))
                .andExpect(jsonPath("$.service").value(kept))
                .andExpect(jsonPath("$.serviceTitle").value(read));
    }

    @Test
    void whatWasWrittenBeforeIsReadAsTheServiceAndStaysAsItIs() throws Exception {
        TicketNumber old = open("");
        cast.at(
                centre,
                () -> jdbc.sql("update tickets.ticket set service = 'POSTA CERTIFICATA' where id = :id")
                        .param("id", old.value())
                        .update());
        open("pec");
        web.perform(get(Addresses.of(old)).with(office()))
                .andExpect(content().string(containsString("<dd>Posta certificata</dd>")));
        web.perform(get("/api/v1/tickets/" + old).with(office()))
                .andExpect(jsonPath("$.service").value("pec"));
        while (cast.at(centre, () -> watch.catchUp())) {
            // until nothing is left
        }
        YearMonth month = YearMonth.from(TODAY);
        List<StatisticsLine> lines = cast.at(
                centre,
                () -> statistics
                        .answer(new StatisticsQuery(month, month, Per.SERVICE, java.util.Set.of(), null, null))
                        .lines());
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.key()).isEqualTo("pec");
            assertThat(line.opened()).isEqualTo(2);
        });
        web.perform(get(StatisticsController.STATISTICS)
                        .param("per", "servizio")
                        .with(office()))
                .andExpect(content().string(containsString("Posta certificata")));
    }

    @Test
    void aPromiseForAServiceHoldsHoweverTheServiceIsWritten() throws Exception {
        open("");
        web.perform(get(Addresses.SETTINGS + "/livelli/nuovo").with(office()))
                .andExpect(content().string(containsString("<option value=\"pec\">Posta certificata</option>")));
        send(
                        Addresses.SETTINGS + "/livelli/nuovo",
                        Map.of("title", "Posta", "service", "pec", "takeInCharge", "2", "solution", "6"))
                .andExpect(redirectedUrl(Addresses.SETTINGS));
        for (String written : List.of("pec", "Posta certificata")) {
            TicketNumber number = open(written);
            cast.at(
                    centre,
                    () -> assertThat(reader.get(number, Viewer.OFFICE)
                                    .whole()
                                    .ledger()
                                    .last()
                                    .level()
                                    .code())
                            .isEqualTo("posta"));
        }
        web.perform(get(Addresses.SETTINGS).with(office()))
                .andExpect(content().string(containsString("servizio «Posta certificata»")));
    }

    @Test
    void aNewTitleIsReadAtOnceAndFindsTheTicketsOpenedByIt() throws Exception {
        open("");
        cast.at(centre, () -> {
            Offering known = catalogue.get(mail);
            catalogue.change(new Offering(mail, mail("Caselle PEC"), known.version()));
        });
        TicketNumber number = open("caselle pec");
        web.perform(get(Addresses.TICKETS).param("q", "caselle").with(office()))
                .andExpect(content().string(containsString(Addresses.of(number) + "\"")));
    }

    @Test
    void theServiceIsChosenFromTheCatalogueOrWritten() throws Exception {
        String form = Addresses.AREA + "/nuovo";
        RequestPostProcessor elena = cast.referente("elena-servizio", body.value(), centre);
        web.perform(get(form)
                        .param("categoria", "assistenza")
                        .param("servizio", "pec")
                        .with(elena))
                .andExpect(content().string(containsString("<option value=\"pec\" selected>Posta certificata")));
        Map<String, String> typed = new HashMap<>(
                Map.of("category", "assistenza", "title", "Non va", "description", "Da ieri", "service", "*"));
        send(form, typed, elena)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi qual è il servizio")));
        typed.put("service", "pec");
        typed.put("otherService", "Fax");
        send(form, typed, elena)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("lascia vuoto questo campo")));
        typed.put("service", "*");
        send(form, typed, elena).andExpect(status().is3xxRedirection());
        typed.remove("otherService");
        typed.put("service", "pec");
        send(form, typed, elena).andExpect(status().is3xxRedirection());
        List<String> kept = cast.at(
                centre,
                () -> jdbc.sql("select service from tickets.ticket order by id")
                        .query(String.class)
                        .list());
        assertThat(kept).containsExactly("Fax", "pec");
        web.perform(post("/api/v1/tickets")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"type": "FAULT", "title": "Lenta", "description": "Molto", "service": "pec",
                                 "organizationId": "%s"}""".formatted(body))
                        .with(office()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.serviceTitle").value("Posta certificata"));
    }

    @Test
    void theTicketLeadsToHowTheBodyStandsWithTheService() throws Exception {
        TicketNumber number = open("pec");
        TicketNumber none = open("Fax");
        web.perform(get(Addresses.of(number)).with(office()))
                .andExpect(content().string(containsString("Posta certificata: convenzione, costo e quantità")));
        web.perform(get(Addresses.of(none)).with(office()))
                .andExpect(content().string(not(containsString("convenzione, costo e quantità"))));
        web.perform(get(Addresses.of(none) + "/servizio").with(office())).andExpect(status().isNotFound());
        web.perform(get(Addresses.of(number) + "/servizio").with(office()))
                .andExpect(content().string(containsString("L'ente non aderisce")))
                .andExpect(content().string(containsString("L'ente non lo usa")))
                .andExpect(content().string(containsString("/gestione/catalogo/" + mail)));

        LocalDate from = TODAY.minusYears(1);
        cast.at(
                centre,
                () -> subscriptions.addCompleted(new CompletedSubscription(
                        NewRequest.of(mail, body, from), from, List.of(), List.of(), List.of(), null)));
        web.perform(get(Addresses.of(number) + "/servizio").with(office()))
                .andExpect(content().string(containsString("In uso dal " + Italian.date(from))))
                .andExpect(content().string(containsString("/gestione/servizi/")));
        web.perform(get(Addresses.inArea(number) + "/servizio").with(cast.referente(body.value(), centre)))
                .andExpect(content().string(containsString("In uso dal " + Italian.date(from))))
                .andExpect(content().string(containsString("/area/servizi/")));
        web.perform(get("/api/v1/tickets/" + number + "/service").with(cast.referente(body.value(), centre)))
                .andExpect(jsonPath("$.service").value("pec"))
                .andExpect(jsonPath("$.memberSince").isEmpty())
                .andExpect(jsonPath("$.stage").value("ACTIVE"))
                .andExpect(jsonPath("$.inUseSince").value(from.toString()));
    }

    @Test
    void nobodyElseReadsHowABodyStands() throws Exception {
        TicketNumber number = open("pec");
        long other = cast.at(centre, () -> Desk.body(organizations)).value();
        web.perform(get(Addresses.inArea(number) + "/servizio").with(cast.referente(other, centre)))
                .andExpect(status().isNotFound());
        web.perform(get("/api/v1/tickets/" + number + "/service").with(cast.referente(other, centre)))
                .andExpect(status().isNotFound());
        web.perform(get(Addresses.of(number) + "/servizio").with(cast.with(Role.REDATTORE, centre)))
                .andExpect(status().isForbidden());
        web.perform(get(Addresses.of(number) + "/servizio").with(cast.referente(body.value(), centre)))
                .andExpect(status().isForbidden());
        web.perform(get(Addresses.of(number) + "/servizio").with(cast.coordinatore("servizio-altrui")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aRequestGetsTheTasksOfItsCategoryAndARenewalHasNothingToDo() throws Exception {
        open("");
        send(
                        Addresses.SETTINGS + "/categorie/attivazione-rinnovo/modello",
                        Map.of("version", "0", "task-0", "Verificare i requisiti", "task-0-blocking", "si"))
                .andExpect(status().is3xxRedirection());
        OrganizationId other = cast.at(centre, () -> Desk.body(organizations));
        cast.at(centre, () -> subscriptions.request(NewRequest.of(mail, other, TODAY)));
        LocalDate from = TODAY.minusYears(1);
        cast.at(centre, () -> {
            var id = subscriptions.addCompleted(new CompletedSubscription(
                    NewRequest.of(mail, body, from), from, List.of(), List.of(), List.of(), null));
            subscriptions.renew(id, TODAY.getYear() + 1, "Campagna");
        });
        List<String> born =
                cast.at(centre, () -> jdbc.sql("""
                                select t.service || ' ' || t.state || ' ' || count(k.id)
                                  from tickets.ticket t left join tickets.task k on k.centre_id = t.centre_id and k.ticket_id = t.id
                                 where t.service <> '' group by t.id, t.service, t.state order by t.id""").query(String.class).list());
        assertThat(born).containsExactly("pec NEW 1", "pec SOLVED 0");
    }

    @Test
    void whatTheStaffTypesForABodyIsKeptForWhoTypesIt() throws Exception {
        String form = Addresses.TICKETS + "/nuovo";
        RequestPostProcessor carla = cast.with(Role.OPERATORE, centre);
        Map<String, String> typed = Map.of(
                "category", "assistenza", "organizationId", body.toString(), "title", "A metà", "service", "pec");
        send(form + "/bozza", typed, carla).andExpect(redirectedUrl(form + "?categoria=assistenza"));
        web.perform(get(form).param("categoria", "assistenza").with(carla))
                .andExpect(content().string(containsString("value=\"A metà\"")))
                .andExpect(content().string(containsString("<option value=\"" + body + "\" selected>")))
                .andExpect(content().string(containsString("<option value=\"pec\" selected>")));
        web.perform(get(form)
                        .param("categoria", "assistenza")
                        .param("ente", "999")
                        .with(carla))
                .andExpect(content().string(not(containsString("A metà"))));
        web.perform(post(form + "/bozza").with(cast.referente(body.value(), centre)))
                .andExpect(status().isForbidden());
        Map<String, String> whole = new HashMap<>(typed);
        whole.put("description", "Ecco");
        send(form, whole, carla).andExpect(status().is3xxRedirection());
        web.perform(get(form).param("categoria", "assistenza").with(carla))
                .andExpect(content().string(not(containsString("A metà"))));
    }

    private TicketNumber open(String service) {
        NewTicket plain = Desk.asked(body, "Non arriva");
        return cast.at(
                centre,
                () -> tickets.open(
                        new NewTicket(
                                        plain.type(),
                                        plain.category(),
                                        plain.urgency(),
                                        plain.title(),
                                        plain.description(),
                                        body,
                                        plain.requester(),
                                        plain.email())
                                .about(service),
                        Desk.ANNA));
    }

    private RequestPostProcessor office() {
        return cast.coordinatore(centre);
    }

    private ResultActions send(String address, Map<String, String> fields) throws Exception {
        return send(address, fields, office());
    }

    private ResultActions send(String address, Map<String, String> fields, RequestPostProcessor by) throws Exception {
        MockHttpServletRequestBuilder request = post(address);
        fields.forEach(request::param);
        return web.perform(request.with(by));
    }
}
