// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Who has no account asks and follows, and robots get nowhere. */
@OpenCitTest
class CitizenTest {

    private static final String CENTRE = "sportello-pubblico";
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
    private static final AtomicInteger ADDRESS = new AtomicInteger();
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

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
    CitizenDesk desk;

    @Autowired
    JdbcClient jdbc;

    private final String address = "192.0.2." + ADDRESS.incrementAndGet();
    private final String email = "lucia" + ADDRESS.get() + "@esempio.it";
    private OrganizationId body = new OrganizationId(0);

    @BeforeEach
    void anOpenDesk() {
        clock.moveTo(NOW.plusSeconds(7200L * ADDRESS.get()));
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        cast.at(CENTRE, () -> {
            jdbc.sql(
                            "update centres.centre set privacy_text = 'I dati servono a rispondere.' where id = opencit.current_centre()")
                    .update();
            desk.decide(new CitizenDesk.Settings(true, body));
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aCitizenAsksIsAnsweredAnswersAndSaysHowItWent() throws Exception {
        String page = sent(form(), token())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String number = found(page, "<dt>Numero</dt><dd>(\\d+)");
        String code = found(page, "<code>([2-9A-Z-]{19})</code>");
        TicketNumber ticket = new TicketNumber(Long.parseLong(number));
        assertThat(text("select body from notices.mail where recipient = '" + email + "'"))
                .contains(code)
                .contains("/assistenza/segui/");
        assertThat(text(
                        "select encode(code_sha256, 'hex') || consented_at || (select text from tickets.privacy_text p where p.id = c.privacy_text_id) from tickets.citizen c where ticket_id = "
                                + number))
                .contains("I dati servono a rispondere.")
                .doesNotContain(code.replace("-", ""));
        web.perform(get(Addresses.AREA).with(cast.referente(body.value(), CENTRE)))
                .andExpect(content().string(not(containsString("Lampione"))));

        cast.at(CENTRE, () -> {
            tickets.write(ticket, Visibility.INTERNAL, "Sembra un guasto noto", Desk.ANNA);
            tickets.move(ticket, TicketState.ASSIGNED, null, "", Desk.ANNA);
            tickets.write(
                    ticket,
                    null,
                    Visibility.PUBLIC,
                    "Domani passa la squadra",
                    TicketState.SOLVED,
                    Desk.ANNA,
                    clock.instant());
        });
        String own = followed(number, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        anybody(get(own))
                .andExpect(content().string(containsString("Domani passa la squadra")))
                .andExpect(content().string(containsString("/parere/")))
                .andExpect(content().string(not(containsString("guasto noto"))))
                .andExpect(content().string(not(containsString("Anna Valenti"))));
        anybody(post(own + "/risposte").param("text", "È ancora <b>spento</b>")).andExpect(redirectedUrl(own));
        anybody(multipart(own + "/allegati").file(new MockMultipartFile("file", "foto.pdf", "", PDF)))
                .andExpect(redirectedUrl(own));
        String after = anybody(get(own))
                .andExpect(content().string(containsString("&lt;b&gt;spento")))
                .andExpect(content().string(containsString("In lavorazione")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        anybody(get(found(after, "href=\"(" + own + "/allegati/\\d+)\""))).andExpect(status().isOk());
        cast.at(CENTRE, () -> tickets.move(ticket, TicketState.DELETED, null, "Prova", Desk.ANNA));
        anybody(get(own)).andExpect(status().isNotFound());
    }

    @Test
    void aWrongCodeLeadsNowhereIsCountedAndThenWaits() throws Exception {
        String page = sent(form(), token()).andReturn().getResponse().getContentAsString();
        String number = found(page, "<dt>Numero</dt><dd>(\\d+)");
        for (String wrong : new String[] {"AAAA-AAAA-AAAA-AAAA", "", "'; drop table"}) {
            anybody(post("/assistenza/segui").param("number", number).param("code", wrong))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Numero e codice non corrispondono")));
        }
        anybody(post("/assistenza/segui").param("number", "999999999").param("code", "AAAA"))
                .andExpect(content().string(containsString("Numero e codice non corrispondono")));
        assertThat(text("select wrong_codes from tickets.citizen where ticket_id = " + number))
                .isEqualTo("3");
        for (int i = 0; i < PublicForms.MOST_TRIES; i++) {
            anybody(post("/assistenza/segui").param("number", number).param("code", "B" + i));
        }
        anybody(post("/assistenza/segui").param("number", number).param("code", found(page, "<code>([2-9A-Z-]{19})")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("troppe richieste")));
        anybody(get("/assistenza/segui/1-99999999999-" + "a".repeat(43))).andExpect(status().isNotFound());
    }

    @Test
    void whatIsMissingIsToldAtItsFieldAndWhatWasTypedStays() throws Exception {
        String before = count();
        var bare = multipart("/assistenza/segnala")
                .param("name", "<script>alert(1)</script>")
                .param("title", "Un <i>titolo</i>");
        sent(bare, token())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il tuo indirizzo")))
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("Un &lt;i>titolo")));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aDisguisedFileIsRefusedAndNothingIsKept() throws Exception {
        String before = count();
        var disguised = new MockMultipartFile(
                "file", "foto.png", "image/png", "MZ this is a program".getBytes(StandardCharsets.US_ASCII));
        sent(form().file(disguised), token())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("foto.png")));
        assertThat(count()).isEqualTo(before);
        var four = form();
        for (int i = 0; i < 4; i++) {
            four.file(new MockMultipartFile("file", "f" + i + ".pdf", "", PDF));
        }
        sent(four, token()).andExpect(content().string(containsString("Al massimo 3 file")));
    }

    @Test
    void aFormIsGoodOnceNotAtOnceAndNotForEver() throws Exception {
        String token = token();
        sent(form(), token).andExpect(status().isOk());
        sent(form(), token).andExpect(content().string(containsString("è già stata inviata")));
        String fast = fresh();
        sent(form(), fast).andExpect(content().string(containsString("troppo in fretta")));
        clock.moveTo(clock.instant().plusSeconds(7201));
        sent(form(), fast).andExpect(content().string(containsString("non vale più")));
        sent(form().param("website", "http://robot"), token())
                .andExpect(content().string(containsString("non vale più")));
        sent(form(), "1-99999999999-" + "a".repeat(43)).andExpect(content().string(containsString("non vale più")));
    }

    @Test
    void hundredsOfFormsInAMinuteOpenNoMoreThanAFew() throws Exception {
        String before = count();
        for (int i = 0; i < 300; i++) {
            sent(form(), i % 3 == 0 ? "" : token()).andReturn();
        }
        assertThat(Long.parseLong(count()) - Long.parseLong(before)).isBetween(1L, (long) PublicForms.MOST_TO_ONE);
        assertThat(text("select max(number) from tickets.attempt")).isEqualTo(Integer.toString(PublicForms.MOST_TRIES));
    }

    @Test
    void aClosedDeskIsNotThere() throws Exception {
        String token = token();
        cast.at(CENTRE, () -> desk.decide(new CitizenDesk.Settings(false, body)));
        anybody(get("/assistenza/segnala")).andExpect(status().isNotFound());
        sent(form(), token).andExpect(status().isNotFound());
    }

    @Test
    void theCoordinatorOpensTheDesk() throws Exception {
        web.perform(post(CitizenDeskController.ADDRESS).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(CitizenDeskController.ADDRESS)
                        .param("open", "si")
                        .param("organization", body.toString())
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(CitizenDeskController.ADDRESS));
        web.perform(get(CitizenDeskController.ADDRESS).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("/assistenza/segnala")))
                .andExpect(content().string(containsString("Segnalazioni dei cittadini")));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATORE", "AMMINISTRATIVO", "REDATTORE", "REFERENTE", "FORNITORE"})
    void onlyTheCoordinatorDecides(Role role) throws Exception {
        web.perform(get(CitizenDeskController.ADDRESS).with(cast.with(role, CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(post(CitizenDeskController.ADDRESS).with(cast.with(role, CENTRE)))
                .andExpect(status().isForbidden());
    }

    private MockMultipartHttpServletRequestBuilder form() {
        return (MockMultipartHttpServletRequestBuilder) multipart("/assistenza/segnala")
                .param("name", "Lucia Neri")
                .param("email", email)
                .param("category", "segnalazioni-dei-cittadini")
                .param("title", "Lampione spento")
                .param("description", "In via Roma, da ieri.")
                .param("consent", "si");
    }

    private ResultActions sent(AbstractMockHttpServletRequestBuilder<?> form, String token) throws Exception {
        return anybody(form.param("modulo", token));
    }

    /** The token of a form that was looked at long enough. */
    private String token() throws Exception {
        String token = fresh();
        clock.moveTo(clock.instant().plusSeconds(4));
        return token;
    }

    private String fresh() throws Exception {
        return found(
                anybody(get("/assistenza/segnala")).andReturn().getResponse().getContentAsString(),
                "name=\"modulo\" value=\"([^\"]+)\"");
    }

    private String followed(String number, String code) throws Exception {
        return String.valueOf(
                anybody(post("/assistenza/segui").param("number", number).param("code", code))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private ResultActions anybody(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(cast.nobody(CENTRE)).with(one -> {
            one.setRemoteAddr(address);
            return one;
        }));
    }

    private static String found(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
        return matcher.group(1);
    }

    private String count() {
        return text("select count(*) from tickets.ticket");
    }

    private String text(String sql) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql(sql)
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list()
                        .getFirst());
    }
}
