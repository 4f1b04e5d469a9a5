// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.centres.Centres;
import it.opencit.portal.pages.Language;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Places of an event are given once each, and who waits takes those that get free. */
@OpenCitTest
class EnrolmentTest {

    private static final String CENTRE = "eventi-a-posti";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

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
    Portal portal;

    @Autowired
    Enrolments enrolments;

    private String slug = "";
    private Visitor lucia;
    private Visitor marco;

    @BeforeEach
    void anEvent() {
        clock.moveTo(NOW.plusSeconds(7200L * NUMBER.incrementAndGet()));
        slug = "incontro-" + NUMBER.get();
        lucia = new Visitor(web, cast, clock, jdbc, centres, CENTRE);
        marco = new Visitor(web, cast, clock, jdbc, centres, CENTRE);
        lucia.withPrivacyText();
        event(slug, 1);
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void theFirstGetsThePlaceTheSecondWaitsAndGetsItWhenItIsGivenUp() throws Exception {
        lucia.reads("/eventi/" + slug + "/iscrizione")
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("opencit"))
                .andExpect(content().string(containsString("C'è ancora un posto")));
        lucia.reads("/en/eventi/" + slug + "/iscrizione")
                .andExpect(content().string(containsString("There is one place left")));
        String own = page(enrol(lucia));
        lucia.reads(own).andExpect(content().string(containsString("Hai un posto.")));
        lucia.reads("/eventi/" + slug + "/iscrizione").andExpect(content().string(containsString("lista d'attesa")));
        String waits = page(enrol(marco));
        marco.reads(waits).andExpect(content().string(containsString("Sei in lista d'attesa")));
        assertThat(mail(lucia)).contains("la tua iscrizione è confermata").contains("/iscrizioni/");
        assertThat(mail(marco)).contains("i posti sono esauriti");

        lucia.posts(own + "/rinuncia").andExpect(status().is3xxRedirection());
        lucia.posts(own + "/rinuncia").andExpect(status().is3xxRedirection());

        lucia.reads(own).andExpect(content().string(containsString("Hai rinunciato.")));
        marco.reads(waits).andExpect(content().string(containsString("Hai un posto.")));
        assertThat(mail(marco)).contains("si è liberato un posto ed è tuo");
        assertThat(lucia.text(
                        "select (select text from tickets.privacy_text p where p.id = e.privacy_text_id) || consented_at from portal.enrolment e where email = '"
                                + lucia.email() + "'"))
                .startsWith("I dati servono a rispondere.2026-11");
        web.perform(get(EnrolmentDeskController.ADDRESS).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("Ha rinunciato")))
                .andExpect(content().string(containsString(marco.email())));
        web.perform(get(EnrolmentDeskController.ADDRESS + "/iscrizioni-agli-eventi.csv")
                        .with(cast.with(Role.COORDINATORE, CENTRE)))
                .andExpect(status().isOk());
    }

    @Test
    void thirtyAtTheSameTimeGetThePlacesThereAre() throws Exception {
        event(slug + "-gara", 5);
        List<Callable<String>> asks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String email = "gara" + i + "@esempio.it";
            asks.add(() -> cast.at(
                    CENTRE,
                    () -> enrolments.enrol(
                            slug + "-gara",
                            new Enrolment(
                                    0,
                                    new ContentId(0),
                                    EnrolmentState.WAITING,
                                    "Nome",
                                    "Cognome",
                                    "",
                                    email,
                                    Language.ITALIAN))));
        }
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (Future<String> one : many.invokeAll(asks)) {
                assertThat(one.get()).isNotEmpty();
            }
        }
        assertThat(
                        lucia.text(
                                "select string_agg(state || n, ' ' order by state) from (select state, count(*) as n from portal.enrolment where email like 'gara%' group by state) s"))
                .isEqualTo("ENROLLED5 WAITING25");
    }

    @Test
    void placesThatTheEditorsAddGoToWhoWaits() throws Exception {
        page(enrol(lucia));
        String waits = page(enrol(marco));
        more(2);
        enrolments.fillAll();
        marco.reads(waits).andExpect(content().string(containsString("Hai un posto.")));
    }

    @Test
    void theSameAddressTwiceALateComerAndAnEventWithoutPlacesAreRefused() throws Exception {
        page(enrol(lucia));
        enrol(lucia)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("c'è già un'iscrizione")));
        String token = marco.token("/eventi/" + slug + "/iscrizione");
        clock.moveTo(Instant.parse("2026-12-31T09:00:00Z"));
        marco.reads("/eventi/" + slug + "/iscrizione")
                .andExpect(content().string(containsString("Le iscrizioni sono chiuse.")));
        marco.posts("/eventi/" + slug + "/iscrizione", "modulo", token).andExpect(status().isUnprocessableContent());
        event(slug + "-libero", null);
        marco.reads("/eventi/" + slug + "-libero/iscrizione").andExpect(status().isNotFound());
        marco.reads("/eventi/nessuno/iscrizione").andExpect(status().isNotFound());
        marco.reads("/iscrizioni/1-99999999999-" + "a".repeat(43)).andExpect(status().isNotFound());
    }

    @Test
    void whatIsTypedIsTextAndFaultsAreTold() throws Exception {
        marco.posts("/eventi/" + slug + "/iscrizione", "name", "<script>alert(1)</script>", "email", "no")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il tuo indirizzo")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void hundredsOfPostsLeaveAFew() throws Exception {
        for (int i = 0; i < 100; i++) {
            enrol(marco);
        }
        assertThat(lucia.count("portal.enrolment where email = '" + marco.email() + "'"))
                .isEqualTo(1);
        enrol(marco)
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(422, 429));
    }

    @Test
    void oneAddressHasOnePlaceWhateverItsCase() {
        enrolled("una@esempio.it");
        assertThat(catchThrowable(() -> enrolled("UNA@esempio.it"))).isInstanceOf(Refusal.class);
    }

    private void enrolled(String email) {
        var person = new Enrolment(
                0, new ContentId(0), EnrolmentState.WAITING, "Nome", "Cognome", "", email, Language.ENGLISH);
        cast.at(CENTRE, () -> enrolments.enrol(slug, person));
    }

    private void event(String slug, @org.jspecify.annotations.Nullable Integer seats) {
        cast.at(
                CENTRE,
                () -> portal.publish(
                        Portal.ToPublish.of(
                                        ContentKind.EVENT,
                                        null,
                                        slug,
                                        100,
                                        new ContentText("Incontro <b>tecnico</b>", "Un incontro", "Testo"))
                                .at(new EventDetails(
                                        Instant.parse("2026-12-20T09:00:00Z"),
                                        Instant.parse("2026-12-20T11:00:00Z"),
                                        "Sala consiliare",
                                        seats,
                                        null)),
                        "Dario",
                        clock.instant()));
    }

    /** As the editors publish another version. */
    private void more(int seats) {
        cast.at(CENTRE, () -> {
            jdbc.sql("""
                            insert into portal.content_version (content_id, number, title, starts_at, ends_at, seats, author_name, at)
                            select content_id, number + 1, title, starts_at, ends_at, :seats, author_name, at
                              from portal.content_version v
                             where content_id = (select id from portal.content where slug = :slug and kind = 'EVENT')""").param("seats", seats).param("slug", slug).update();
            jdbc.sql(
                            "update portal.content set latest = latest + 1, published = latest + 1 where slug = :slug and kind = 'EVENT'")
                    .param("slug", slug)
                    .update();
        });
    }

    private ResultActions enrol(Visitor who) throws Exception {
        String form = "/eventi/" + slug + "/iscrizione";
        return who.posts(
                form,
                "modulo",
                who.token(form),
                "name",
                "Nome",
                "surname",
                "Cognome",
                "body",
                "Comune di Roccaverde",
                "email",
                who.email(),
                "consent",
                "si");
    }

    private static String page(ResultActions enrolled) throws Exception {
        return Objects.requireNonNull(enrolled.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String mail(Visitor who) {
        return who.text("select string_agg(body, ' ') from notices.mail where recipient = '" + who.email() + "'");
    }
}
