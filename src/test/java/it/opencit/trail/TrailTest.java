// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.shared.database.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class TrailTest {

    private static final String ADDRESS = "/gestione/registro";

    @Autowired
    Seals seals;

    @Autowired
    SealStore store;

    @Autowired
    Notices notices;

    @Autowired
    Why why;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owners;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc mvc;

    @Test
    void sealsFollowOneAnotherAndCloseEveryEntryOnce() {
        String centre = "registro-intero";
        write(centre, "uno");
        assertThat(as(centre, seals::seal)).isPositive();
        write(centre, "due");
        write(centre, "tre");
        assertThat(as(centre, seals::seal)).isEqualTo(2);
        assertThat(as(centre, seals::seal)).as("nothing new").isZero();
        List<Seal> chain = as(centre, () -> store.after(0, 100));
        assertThat(chain).extracting(Seal::number).containsExactly(1L, 2L);
        assertThat(chain.get(1).firstEntry()).isGreaterThan(chain.getFirst().lastEntry());
        assertThat(as(centre, seals::verify)).satisfies(found -> {
            assertThat(found.problem()).isEmpty();
            assertThat(found.seals()).isEqualTo(2);
        });
    }

    @Test
    void aTransactionStillOpenHoldsBackWhatCameAfterIt() throws SQLException {
        String centre = "registro-aperto";
        write(centre, "prima");
        as(centre, seals::seal);
        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            try (var settings = open.prepareStatement("select set_config('opencit.centre', ?, true)")) {
                settings.setString(1, Long.toString(cast.centre(centre).id()));
                settings.execute();
            }
            open.createStatement()
                    .execute("insert into notices.mail (key, recipient, subject, body, created_at, next_attempt_at)"
                            + " values ('lenta', 'a@b.it', 'lenta', '', now(), now())");
            write(centre, "veloce"); // has a higher number, and is there before
            assertThat(as(centre, seals::seal)).as("while the other writes").isZero();
            open.commit();
        }
        assertThat(as(centre, seals::seal)).as("the slow one too").isEqualTo(2);
        assertThat(as(centre, seals::verify).problem()).isEmpty();
    }

    @Test
    void anEntryChangedTakenAwayOrPutInBreaksTheSealThatClosesIt() throws Exception {
        assertThat(brokenBy("registro-cambiato", "update opencit.audit_entry set actor = 'bruno' where id = ?"))
                .contains("sigillo n. 2");
        assertThat(brokenBy("registro-tolto", "delete from opencit.audit_entry where id = ?"))
                .contains("sigillo n. 2");
        assertThat(brokenBy(
                        "registro-aggiunto",
                        "insert into opencit.audit_entry (centre_id, id, action, table_name) overriding system value"
                                + " select s.centre_id, e.last_entry + 1, 'INSERT', 'notices.mail' from trail.seal s"
                                + " join trail.seal e on e.centre_id = s.centre_id and e.id = 1"
                                + " where s.id = 2 and s.first_entry = ? and s.first_entry > e.last_entry + 1"))
                .contains("sigillo n. 2");
        assertThat(brokenBy("registro-senza-sigillo", "delete from trail.seal where id = 2 and first_entry = ?"))
                .isEqualTo("Manca il sigillo n. 2: qualcuno l'ha tolto."
                        + " Confronta con una copia di sicurezza della base di dati.");
    }

    /** Three seals, the entry of the second touched by the owner of the database: what the verification says. */
    private String brokenBy(String centre, String tampering) throws Exception {
        for (String subject : List.of("uno", "due", "tre")) {
            write(centre, subject);
            write("registro-altrui", subject); // numbers of a centre have gaps
            as(centre, seals::seal);
        }
        long entry = as(centre, () -> store.after(1, 1)).getFirst().firstEntry();
        try (Connection owner = owners.getConnection();
                var touch = owner.prepareStatement(tampering)) {
            touch.setLong(1, entry);
            assertThat(touch.executeUpdate()).isEqualTo(1);
        }
        mvc.perform(post(ADDRESS + "/verifica").with(cast.coordinatore(centre)))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("warning"));
        mvc.perform(get("/gestione").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Il registro delle modifiche non torna")));
        return as(centre, store::verification).orElseThrow().problem();
    }

    @Test
    void theCoordinatorReadsWhoChangedWhatAndWhy() throws Exception {
        String centre = "registro-letto";
        write(centre, "Sollecito");
        cast.at(
                centre,
                () -> why.because(
                        "Chiesto dal segretario",
                        () -> jdbc.sql("update notices.mail set state = 'STALE' where subject = 'Sollecito'")
                                .update()));
        cast.at(
                centre,
                () -> jdbc.sql("update notices.mail set attempts = 3 where subject = 'Sollecito'")
                        .update());
        RequestPostProcessor anna = cast.coordinatore(centre);
        String page = mvc.perform(
                        get(ADDRESS + "?cosa=notices.mail&azione=UPDATE").with(anna))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "Stato: QUEUED → STALE",
                        "Chiesto dal segretario",
                        "Tentativi: 0 → 3",
                        "Avvisi inviati",
                        ">anna<")
                .containsOnlyOnce("Chiesto dal segretario");
        long id = cast.at(
                centre,
                () -> jdbc.sql("select max(id) - 1 from opencit.audit_entry")
                        .query(Long.class)
                        .single());
        mvc.perform(get(ADDRESS + "/" + id).with(anna))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Chiesto dal segretario")));
        mvc.perform(get(ADDRESS + "/registro-delle-modifiche.csv?cosa=notices.mail&azione=UPDATE")
                        .with(anna))
                .andExpect(content().string(containsString("Stato: QUEUED → STALE")));
        mvc.perform(get(ADDRESS + "?dal=2199-01-01").with(anna))
                .andExpect(content().string(containsString("Nessuna riga con questi filtri")));
        mvc.perform(get(ADDRESS + "?al=2199-01-01&chi=anna").with(anna))
                .andExpect(content().string(containsString("Chiesto dal segretario")));
        mvc.perform(get(ADDRESS + "?riga=0&cosa=notices.mail").with(anna))
                .andExpect(content().string(containsString("Nessuna riga con questi filtri")));
    }

    @Test
    void whatOnlyLooksLikeAMomentIsShownAsItWasWritten() throws Exception {
        String centre = "registro-momenti";
        String never = "2026-13-45T99:99:99+01:00";
        write(centre, never);
        RequestPostProcessor anna = cast.coordinatore(centre);
        for (String address :
                List.of(ADDRESS, ADDRESS + "/registro-delle-modifiche.csv", ADDRESS + "/" + last(centre))) {
            mvc.perform(get(address).with(anna))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(never)));
        }
    }

    @Test
    void whatIsSecretIsNotShown() throws Exception {
        String centre = "registro-segreti";
        cast.at(
                centre,
                () -> notices.send(new Mail(
                        UUID.randomUUID().toString(), "a@b.it", "Invito", "Entra da qui: /lavoro/abc.def", List.of())));
        RequestPostProcessor anna = cast.coordinatore(centre);
        for (String address :
                List.of(ADDRESS, ADDRESS + "/registro-delle-modifiche.csv", ADDRESS + "/" + last(centre))) {
            mvc.perform(get(address).with(anna))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("(non si mostra)")))
                    .andExpect(content().string(not(containsString("abc.def"))));
        }
        assertThat(TrailNames.isHidden("tickets.mailbox", "secret")).isTrue();
        assertThat(TrailNames.isHidden("tickets.citizen", "code_sha256")).isTrue();
        assertThat(TrailNames.isHidden("documents.file", "sha256")).isFalse();
    }

    @Test
    void everyCentreReadsItsOwnAndOnlyItsCoordinator() throws Exception {
        String centre = "registro-chiuso";
        write(centre, "Riservata ai Colli");
        long entry = last(centre);
        as(centre, seals::seal);
        String other = "registro-vicino";
        mvc.perform(get(ADDRESS + "/" + entry).with(cast.coordinatore(other))).andExpect(status().isNotFound());
        mvc.perform(get(ADDRESS).with(cast.coordinatore(other)))
                .andExpect(content().string(not(containsString("Riservata ai Colli"))));
        for (Role role : List.of(Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE)) {
            for (String address : List.of(
                    ADDRESS,
                    ADDRESS + "/" + entry,
                    ADDRESS + "/sigilli",
                    ADDRESS + "/registro-delle-modifiche.csv",
                    ADDRESS + "/sigilli/sigilli-del-registro.csv")) {
                mvc.perform(get(address).with(cast.with(role, centre))).andExpect(status().isForbidden());
            }
            mvc.perform(post(ADDRESS + "/verifica").with(cast.with(role, centre)))
                    .andExpect(status().isForbidden());
            mvc.perform(post(ADDRESS + "/sigilli").with(cast.with(role, centre)))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get(ADDRESS).with(cast.referente(1, centre))).andExpect(status().isForbidden());
        mvc.perform(get(ADDRESS + "/sigilli").with(cast.coordinatore(centre)))
                .andExpect(
                        content().string(containsString(as(centre, store::last).hash())));
    }

    private void write(String centre, String subject) {
        cast.at(
                centre,
                () -> notices.send(new Mail(
                        UUID.randomUUID().toString(), "ragioneria@comune.example", subject, "Testo", List.of())));
    }

    private long last(String centre) {
        return cast.at(
                centre,
                () -> jdbc.sql("select max(id) from opencit.audit_entry")
                        .query(Long.class)
                        .single());
    }

    /** Outside a transaction, as a job or a page calls it. */
    private <T> T as(String centre, Supplier<T> work) {
        return Acting.as(cast.centre(centre).id(), "anna", work);
    }
}
