// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.centres.Centres;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.tickets.CitizenDesk;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.boot.webmvc.test.autoconfigure.SpringBootMockMvcBuilderCustomizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whoever reads the site asks, even where citizens may not report; robots get nowhere. */
@OpenCitTest
class QuestionTest {

    private static final String CENTRE = "domande-dal-sito";
    private static final AtomicInteger HOUR = new AtomicInteger();

    /** Posts in a minute, and of them those that come from many networks. */
    private static final int FLOOD = 10_000;

    private static final int MANY = 400;
    private static final int NETWORKS = 200;
    private static final long MEGABYTES_THAT_MATTER = 20;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Centres centres;

    @Autowired
    Organizations organizations;

    @Autowired
    CitizenDesk desk;

    @Autowired
    WebApplicationContext program;

    private Visitor lucia;

    @BeforeEach
    void aClosedDeskWithAPrivacyText() {
        clock.moveTo(Instant.parse("2026-11-16T09:00:00Z").plusSeconds(7200L * HOUR.incrementAndGet()));
        lucia = new Visitor(web, cast, clock, jdbc, centres, CENTRE);
        lucia.withPrivacyText();
        cast.at(CENTRE, () -> {
            OrganizationId body = desk.settings()
                    .map(CitizenDesk.Settings::body)
                    .orElseGet(() -> organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, "Capofila")));
            desk.decide(new CitizenDesk.Settings(false, body));
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aQuestionBegunInASheetBecomesATicketWithConsentAndMail() throws Exception {
        lucia.reads("/assistenza/segnala").andExpect(status().isNotFound());
        String form = Visitor.page(lucia.posts("/domande/nuova", "text", "Quanto dura <b>l'attivazione</b>?")
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("opencit")));
        assertThat(form).contains("Quanto dura &lt;b").contains("I dati servono a rispondere.");
        long before = lucia.count("tickets.ticket");
        String page = Visitor.page(ask(lucia.token("/domande"), "Quanto dura <b>l'attivazione</b>?")
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("opencit")));
        String number = Visitor.found(page, "<dd>(\\d+)</dd>");
        String code = Visitor.found(page, "<code>([2-9A-Z-]{19})</code>");

        assertThat(lucia.count("tickets.ticket")).isEqualTo(before + 1);
        assertThat(lucia.text(
                        "select t.requester || '|' || t.description || '|' || c.code from tickets.ticket t join tickets.category c on c.centre_id = t.centre_id and c.id = t.category_id where t.id = "
                                + number))
                .contains("Lucia Neri")
                .contains("Comune o ente: Comune di Roccaverde")
                .contains("domande-dal-sito");
        assertThat(lucia.text(
                        "select (select text from tickets.privacy_text p where p.id = c.privacy_text_id) || consented_at from tickets.citizen c where ticket_id = "
                                + number))
                .contains("I dati servono a rispondere.2026-11");
        assertThat(lucia.text("select body from notices.mail where recipient = '" + lucia.email() + "'"))
                .contains(code)
                .contains("/assistenza/segui/");
    }

    @Test
    void twoWindowsADoubleClickAndTheBackButtonMakeOneTicket() throws Exception {
        long before = lucia.count("tickets.ticket");
        String one = lucia.token("/domande");
        String other = lucia.token("/domande");
        ask(one, "Una sola").andExpect(status().isOk());
        ask(one, "Una sola")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già stato inviato")));
        ask(other, "Una sola").andExpect(status().isUnprocessableContent());
        assertThat(lucia.count("tickets.ticket")).isEqualTo(before + 1);
    }

    @Test
    void whatIsMissingIsToldAtItsFieldInBothLanguagesAndWhatWasTypedStays() throws Exception {
        String evil = "<svg onload=alert(1)>";
        for (String prefix : new String[] {"", "/en"}) {
            lucia.posts(
                            prefix + "/domande",
                            "modulo",
                            lucia.token("/domande"),
                            "name",
                            evil,
                            "body",
                            evil,
                            "email",
                            evil,
                            "servizio",
                            evil,
                            "text",
                            evil)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content()
                            .string(containsString(prefix.isEmpty() ? "Scrivi il cognome" : "Write your last name")))
                    .andExpect(content().string(containsString("id=\"errore-consent\"")))
                    .andExpect(content().string(containsString("&lt;svg onload")))
                    .andExpect(content().string(not(containsString("<svg onload"))));
        }
    }

    @Test
    void tenThousandPostsInAMinuteAreToldToWaitAndLeaveNothing() throws Exception {
        var quiet = new SpringBootMockMvcBuilderCustomizer(program);
        quiet.setPrint(MockMvcPrint.NONE); // else every answer is remembered, to be told should the test fail
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(program);
        quiet.customize(builder);
        lucia = new Visitor(builder.build(), cast, clock, jdbc, centres, CENTRE);
        long tickets = lucia.count("tickets.ticket");
        long attempts = lucia.count("tickets.attempt");
        long sessions = lucia.count("access.spring_session");
        String token = lucia.token("/domande");
        for (int i = 0; i < 50; i++) { // as many as warm the program up
            ask(i % 3 == 0 ? "" : token, "Domanda " + i);
        }
        long memory = memory();
        for (int i = 0; i < FLOOD - MANY; i++) {
            ask(i % 3 == 0 ? "" : token, "Domanda " + i);
        }
        for (int i = 0; i < MANY; i++) {
            lucia.postsFrom("203.0.113." + i % NETWORKS, "/domande", "modulo", token, "text", "Domanda " + i)
                    .andExpect(cookie().doesNotExist("opencit"));
        }
        ask(token, "Ancora")
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("troppe richieste")))
                .andExpect(cookie().doesNotExist("opencit"));
        assertThat(lucia.count("tickets.ticket") - tickets).isBetween(0L, 1L);
        assertThat(lucia.count("tickets.attempt") - attempts).isLessThanOrEqualTo(NETWORKS + 3);
        assertThat(lucia.count("tickets.attempt where who like 'rete %' and number = 30"))
                .isPositive();
        assertThat(lucia.count("access.spring_session")).isEqualTo(sessions);
        assertThat(memory() - memory).isLessThan(MEGABYTES_THAT_MATTER * 1024 * 1024);
        lucia.reads("/").andExpect(status().isOk());
    }

    /** In bytes, of what is still in use. */
    private static long memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void aRobotThatFillsTheHiddenFieldGetsNothing() throws Exception {
        long before = lucia.count("tickets.ticket");
        lucia.posts(
                        "/domande",
                        "modulo",
                        lucia.token("/domande"),
                        "website",
                        "http://robot",
                        "name",
                        "Lucia",
                        "surname",
                        "Neri",
                        "email",
                        lucia.email(),
                        "text",
                        "Ciao",
                        "consent",
                        "si")
                .andExpect(status().isUnprocessableContent());
        assertThat(lucia.count("tickets.ticket")).isEqualTo(before);
    }

    @Test
    void theCentreChoosesWhereQuestionsGo() throws Exception {
        cast.at(
                CENTRE,
                () -> desk.decide(new CitizenDesk.Settings(
                        false, desk.settings().orElseThrow().body(), "assistenza")));
        String page = Visitor.page(ask(lucia.token("/domande"), "Dove vado?").andExpect(status().isOk()));
        assertThat(lucia.text(
                        "select c.code from tickets.ticket t join tickets.category c on c.centre_id = t.centre_id and c.id = t.category_id where t.id = "
                                + Visitor.found(page, "<dd>(\\d+)</dd>")))
                .isEqualTo("assistenza");
    }

    @Test
    void aCentreWithoutAPrivacyTextTakesNone() throws Exception {
        var mute = new Visitor(web, cast, clock, jdbc, centres, "senza-informativa");
        mute.reads("/domande").andExpect(status().isNotFound());
        mute.posts("/domande/nuova", "text", "Ciao").andExpect(status().isNotFound());
        mute.posts("/domande", "text", "Ciao").andExpect(status().isNotFound());
    }

    private ResultActions ask(String token, String text) throws Exception {
        return lucia.posts(
                "/domande",
                "modulo",
                token,
                "name",
                "Lucia",
                "surname",
                "Neri",
                "body",
                "Comune di Roccaverde",
                "email",
                lucia.email(),
                "text",
                text,
                "consent",
                "si");
    }
}
