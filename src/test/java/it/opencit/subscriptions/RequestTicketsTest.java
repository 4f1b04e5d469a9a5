// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.agreements.Agreements;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A request of a body travels as a ticket, from the area of the body to the answer, and back. */
@OpenCitTest
class RequestTicketsTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId roccaverde = new OrganizationId(0);
    private OfferingId mailboxes = new OfferingId(0);

    @BeforeEach
    void aMemberAndAService() {
        cast.at(Stage.CENTRE, () -> {
            var stage = new Stage(organizations, agreements, catalogue);
            roccaverde = stage.member("Roccaverde");
            mailboxes = stage.mailboxes();
        });
    }

    @Test
    void whatABodyAsksIsFollowedInATicketUntilTheServiceIsActive() throws Exception {
        String area = askInTheArea();
        String staff = area.replace("/area", "/gestione");

        String ticket = only(own(get(area)), "/area/assistenza/\\d+");
        String desk = ticket.replace("/area/assistenza", "/gestione/assistenza/ticket");
        own(get(ticket))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Attivazione: Posta certificata")))
                .andExpect(content().string(containsString("Quantità chiesta: 3 caselle.")))
                .andExpect(content().string(containsString("firmato.pdf")))
                .andExpect(content().string(not(containsString("carta.pdf"))))
                .andExpect(content().string(not(containsString("/verifica"))));
        other(get(ticket)).andExpect(status().isNotFound());
        staff(get(staff), Role.OPERATORE)
                .andExpect(content().string(containsString(desk)))
                .andExpect(content().string(containsString("Nuovo")));
        staff(get(desk), Role.COORDINATORE)
                .andExpect(content().string(containsString("carta.pdf")))
                .andExpect(content().string(containsString("Il servizio chiesto")))
                .andExpect(content().string(containsString("Oltre la quota: 2 caselle")))
                .andExpect(content().string(containsString("€ 72,00 l'anno (caselle: 3)")))
                .andExpect(content().string(containsString("Comprese nella quota (caselle): 1, ancora libere 1")))
                .andExpect(content().string(containsString(staff + "/verifica")));
        staff(get(desk), Role.OPERATORE).andExpect(content().string(not(containsString(staff + "/verifica"))));

        act(staff, "verifica", 0, Map.of());
        staff(get(desk), Role.COORDINATORE)
                .andExpect(content().string(containsString("In lavorazione (assegnato)")))
                .andExpect(content().string(containsString("Il centro verifica la richiesta")));
        act(staff, "assegnazione", 1, Map.of("person", "Carla Monti"));
        act(staff, "attivazione", 2, Map.of("date", "2026-01-15", "yearlyFrom", "2026-01-15"));
        own(get(ticket))
                .andExpect(content().string(containsString("In uso dal 15/01/2026")))
                .andExpect(content().string(containsString("È risolto?")));
        own(get(area)).andExpect(content().string(containsString("Risolto")));
    }

    @Test
    void moreQuantitiesAndTheEndOfAServiceAreTicketsOfTheirOwn() throws Exception {
        String staff = used();
        String area = staff.replace("/gestione", "/area");
        own(multipart(area + "/altre-quantita")
                        .param("azione", "invio")
                        .param("unita-mailboxes", "6")
                        .param("fromDay", "2026-03-01")
                        .param("declaration0", "si"))
                .andExpect(redirectedUrl(area));
        String desk = only(staff(get(staff), Role.COORDINATORE), "/gestione/assistenza/ticket/\\d+");
        String answer = only(staff(get(desk), Role.COORDINATORE), staff + "/richieste/\\d+/esito");
        staff(
                        post(answer)
                                .param("answer", "REFUSED")
                                .param("date", "2026-03-01")
                                .param("reason", "Troppe"),
                        Role.COORDINATORE)
                .andExpect(redirectedUrl(staff));
        staff(get(desk), Role.COORDINATORE)
                .andExpect(content().string(containsString("Rifiutata la richiesta: altre quantità – Troppe")))
                .andExpect(content().string(containsString("Risolto")));

        own(multipart(area + "/disdetta")
                        .param("azione", "invio")
                        .param("fromDay", "2026-12-31")
                        .param("reason", "Passa all'Unione")
                        .param("declaration0", "si"))
                .andExpect(redirectedUrl(area));
        assertThat(tickets()).isEqualTo(2);
        act(staff, "ripresa", 2, Map.of("reason", "Resta"));
        own(get(area)).andExpect(content().string(containsString("Ritirata")));
    }

    @Test
    void aBodyThatTakesBackItsRequestLeavesNothingToDo() throws Exception {
        String area = askInTheArea();
        String ticket = only(own(get(area)), "/area/assistenza/\\d+");
        String request = only(own(get(area)), area + "/richieste/\\d+/ritiro");
        own(post(request).param("reason", "Ripensamento")).andExpect(redirectedUrl(area));

        own(get(area))
                .andExpect(content().string(containsString("Eliminato")))
                .andExpect(content().string(not(containsString(ticket))));
        staff(get(ticket.replace("/area/assistenza", "/gestione/assistenza/ticket")), Role.OPERATORE)
                .andExpect(content().string(containsString("Ripensamento")));
    }

    @Test
    void theSameRequestIsOneTicketHoweverOftenItIsTold() {
        var asked = cast.at(Stage.CENTRE, () -> {
            SubscriptionId id = subscriptions.request(NewRequest.of(mailboxes, roccaverde, LocalDate.of(2026, 1, 10)));
            return new RequestNews.Made(
                    request(id), id, RequestKind.ACTIVATION, roccaverde, "pec", "PEC", "PEC", Contact.NONE, "", 2026);
        });
        cast.at(Stage.CENTRE, () -> events.publishEvent(asked));
        assertThat(tickets()).isOne();
    }

    @Test
    void whatABodyRenewsForAYearIsOneTicketWithNothingToDo() {
        SubscriptionId one = active();
        cast.at(Stage.CENTRE, () -> {
            OfferingId other = new Stage(organizations, agreements, catalogue).mailboxes();
            SubscriptionId two = subscriptions.addCompleted(Stage.completed(other, roccaverde, "", "2018-01-01"));
            subscriptions.renew(one, 2027, "Campagna 2027");
            subscriptions.renew(two, 2027, "Campagna 2027");
            subscriptions.requestMore(
                    one, LocalDate.of(2026, 11, 1), Map.of("mailboxes", BigDecimal.TEN), LocalDate.of(2027, 1, 1), "");
        });
        assertThat(cast.at(
                        Stage.CENTRE,
                        () -> jdbc.sql(
                                        "select state || ' ' || title from tickets.ticket where organization_id = :body order by id")
                                .param("body", roccaverde.value())
                                .query(String.class)
                                .list()))
                .satisfiesExactly(
                        renewal -> assertThat(renewal).isEqualTo("SOLVED Rinnovo dei servizi per il 2027"),
                        more -> assertThat(more).startsWith("NEW Altre quantità: Posta certificata"));
    }

    private RequestId request(SubscriptionId id) {
        return new RequestId(jdbc.sql("select id from subscriptions.request where subscription_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single());
    }

    private long tickets() {
        return cast.at(
                Stage.CENTRE,
                () -> jdbc.sql("select count(*) from tickets.ticket where organization_id = :body")
                        .param("body", roccaverde.value())
                        .query(Long.class)
                        .single());
    }

    private SubscriptionId active() {
        return cast.at(
                Stage.CENTRE,
                () -> subscriptions.addCompleted(Stage.completed(mailboxes, roccaverde, "", "2018-01-01")));
    }

    private String used() {
        return cast.at(Stage.CENTRE, () -> {
            CompletedSubscription completed =
                    Stage.completed(mailboxes, roccaverde, "", "2018-01-01", FeeTerm.ofYear(ChargeKind.YEARLY, 2018));
            return SubscriptionAddresses.of(subscriptions.addCompleted(new CompletedSubscription(
                    completed.request(),
                    completed.from(),
                    completed.terms(),
                    List.of(Stage.quantity("mailboxes", "2018-01-01", "", 3)),
                    List.of(),
                    null)));
        });
    }

    private String askInTheArea() throws Exception {
        return String.valueOf(own(multipart("/area/servizi/catalogo/" + mailboxes + "/richiesta")
                        .file(new MockMultipartFile("signedFile", "firmato.pdf", "", PDF))
                        .file(new MockMultipartFile("identityFile", "carta.pdf", "", PDF))
                        .param("azione", "invio")
                        .param("contactName", "Elena Riva")
                        .param("contactEmail", "elena@example.org")
                        .param("unita-mailboxes", "3")
                        .param("declaration0", "si")
                        .param("declaration1", "si")
                        .param("declaration2", "si"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private static String only(ResultActions page, String pattern) throws Exception {
        String text = page.andReturn().getResponse().getContentAsString();
        var found = java.util.regex.Pattern.compile("\"(" + pattern + ")\"").matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }

    private void act(String address, String noun, int version, Map<String, String> fields) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request =
                multipart(address + "/" + noun).param("version", Integer.toString(version));
        if (!fields.containsKey("date")) {
            request.param("date", "2026-01-12");
        }
        fields.forEach(request::param);
        staff(request, Role.AMMINISTRATIVO).andExpect(redirectedUrl(address));
    }

    private ResultActions staff(AbstractMockHttpServletRequestBuilder<?> request, Role role) throws Exception {
        return web.perform(request.with(cast.with(role, Stage.CENTRE)));
    }

    private ResultActions own(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(cast.referente(roccaverde.value(), Stage.CENTRE)));
    }

    private ResultActions other(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(cast.referente(999_999, Stage.CENTRE)));
    }
}
