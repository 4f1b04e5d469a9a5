// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.Persons;
import it.opencit.access.SignedIn;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.centres.Centre;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class DigestTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static int centres;

    @Autowired
    Notices notices;

    @Autowired
    Digests digests;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    MockMvc mvc;

    private String centre = "";
    private String rita = "";
    private long person;

    @BeforeEach
    void aPersonWhoReadsOneMailADay() {
        centre = "riepiloghi" + ++centres;
        rita = "rita@" + centre + ".example";
        clock.moveTo(SUNDAY.minusDays(1));
        cast.at(centre, () -> {
            person = persons.enrol("rita-" + centre, "Rita Sala", "demo");
            persons.grant(person, Role.OPERATORE, null);
            persons.writeTo(person, rita);
            persons.readDaily(person, true);
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void whatIsNotUrgentLeavesTogetherOnTheNextWorkingDay() {
        tell(false, "uno", rita);
        tell(false, "due", "Rita@" + centre + ".example");
        tell(true, "urgente", rita);
        assertThat(states()).isEqualTo(Map.of("uno", "GATHERED", "due", "GATHERED", "urgente", "QUEUED"));

        clock.moveTo(SUNDAY);
        send();
        assertThat(states()).as("nobody works on Sunday").containsEntry("uno", "GATHERED");

        clock.moveTo(MONDAY);
        send();
        send();
        assertThat(states())
                .containsEntry("uno", "DIGESTED")
                .containsEntry("due", "DIGESTED")
                .containsEntry("urgente", "QUEUED")
                .hasSize(4);
        assertThat(digest())
                .contains("Oggetto uno\nIl ticket «uno» ha una risposta.\nhttps://cit.example/uno", "Oggetto due")
                .doesNotContain("urgente", "Il testo che segue");
    }

    @Test
    void anEventIsNeverBothInTheDigestAndAlone() {
        tell(false, "uno", rita);
        assertThat(tell(true, "uno", rita)).as("the same event again").isFalse();
        clock.moveTo(MONDAY);
        send();
        assertThat(tell(false, "uno", rita)).as("after it was told").isFalse();
        assertThat(states()).containsEntry("uno", "DIGESTED").hasSize(2);
    }

    @Test
    void whoDidNotChooseItOrWorksElsewhereGetsEveryMailAtOnce() {
        cast.at(centre, () -> {
            long other = persons.enrol("ugo-" + centre, "Ugo Riva", "demo");
            persons.grant(other, Role.OPERATORE, null);
            persons.writeTo(other, "ugo@" + centre + ".example");
        });
        tell(false, "subito", "ugo@" + centre + ".example");
        tell(false, "sconosciuto", "nessuno@" + centre + ".example");
        assertThat(states()).isEqualTo(Map.of("subito", "QUEUED", "sconosciuto", "QUEUED"));
        String elsewhere = "riepiloghi-altrove";
        cast.at(
                elsewhere,
                () -> notices.tell(false, "https://cit.example/x", List.of(mail("altrove-" + centre, rita))));
        assertThat(cast.at(
                        elsewhere,
                        () -> jdbc.sql("select state from notices.mail where key = :key")
                                .param("key", "altrove-" + centre)
                                .query(String.class)
                                .single()))
                .isEqualTo("QUEUED");
    }

    @Test
    void aPersonChoosesBesideItsAddress() throws Exception {
        SignedIn signedIn = new SignedIn(
                person, "rita-" + centre, "Rita Sala", cast.centre(centre).id(), Set.of(Role.OPERATORE), null);
        mvc.perform(get("/indirizzo").with(as(signedIn))).andExpect(content().string(containsString("checked")));
        mvc.perform(post("/indirizzo").param("email", rita).with(as(signedIn))).andExpect(status().is3xxRedirection());
        mvc.perform(get("/indirizzo").with(as(signedIn))).andExpect(content().string(not(containsString("checked"))));
        tell(false, "ora subito", rita);
        assertThat(states()).containsEntry("ora subito", "QUEUED");
        mvc.perform(post("/indirizzo").param("email", rita).param("daily", "si").with(as(signedIn)))
                .andExpect(status().is3xxRedirection());
        tell(false, "insieme", rita);
        assertThat(states()).containsEntry("insieme", "GATHERED");
        mvc.perform(get("/indirizzo").with(cast.fornitore(1, centre))).andExpect(status().isForbidden());
        mvc.perform(get("/gestione/avvisi").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Aspetta il riepilogo")));
    }

    private RequestPostProcessor as(SignedIn signedIn) {
        var token = UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
        return request ->
                authentication(token).postProcessRequest(cast.nobody(centre).postProcessRequest(request));
    }

    private boolean tell(boolean urgent, String key, String to) {
        return cast.at(centre, () -> notices.tell(urgent, "https://cit.example/" + key, List.of(mail(key, to))) == 1);
    }

    private static Mail mail(String key, String to) {
        return new Mail(
                key, to, "Oggetto " + key, "Il ticket «" + key + "» ha una risposta:\n\nIl testo che segue", List.of());
    }

    private void send() {
        Centre here = cast.centre(centre);
        Acting.as(here.id(), Acting.PROGRAM, () -> digests.send(here));
    }

    private Map<String, String> states() {
        return cast.at(
                centre,
                () -> jdbc
                        .sql("select key, state from notices.mail")
                        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private String digest() {
        return cast.at(
                centre,
                () -> jdbc.sql("select body from notices.mail where key like 'riepilogo-%'")
                        .query(String.class)
                        .single());
    }
}
