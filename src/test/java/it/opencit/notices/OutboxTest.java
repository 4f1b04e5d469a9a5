// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import it.opencit.cast.Cast;
import it.opencit.cast.MailServer;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.Role;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@OpenCitTest
class OutboxTest {

    private static final String POSTA = "posta";

    @Autowired
    Notices notices;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aMailLeavesOnceWhateverHowOftenItIsSent() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(send(key, "ragioneria@comune.example")).isTrue();
        assertThat(send(key, "ragioneria@comune.example")).isFalse();
        GreenMail server = MailServer.start();
        try {
            outbox.deliver();
            outbox.deliver();
            assertThat(to(server, "ragioneria@comune.example")).singleElement().satisfies(message -> {
                assertThat(message.getSubject()).isEqualTo("Quote 2019: è ora");
                assertThat(message.getContent()).asString().contains("Gentile ente, già");
                assertThat(message.getMessageID()).endsWith("@posta.opencit>");
            });
        } finally {
            server.stop();
        }
        assertThat(stateOf(key)).isEqualTo("SENT");
    }

    @Test
    void aMailThatNoServerTakesIsTriedAgainLaterWithTheSameIdentifier() throws Exception {
        String key = UUID.randomUUID().toString();
        clock.moveTo(LocalDate.of(2026, 3, 2));
        send(key, "sindaco@comune.example");
        outbox.deliver(); // nobody listens
        assertThat(stateOf(key)).isEqualTo("QUEUED");
        GreenMail server = MailServer.start();
        try {
            outbox.deliver(); // not due yet
            assertThat(to(server, "sindaco@comune.example")).isEmpty();
            clock.moveTo(LocalDate.of(2026, 3, 3));
            outbox.deliver();
            assertThat(to(server, "sindaco@comune.example")).hasSize(1);
        } finally {
            server.stop();
        }
        assertThat(stateOf(key)).isEqualTo("SENT");
    }

    @Test
    void afterTooManyRefusalsAPersonDecides() throws Exception {
        String key = UUID.randomUUID().toString();
        LocalDate day = LocalDate.of(2026, 4, 1);
        clock.moveTo(day);
        send(key, "protocollo@comune.example");
        for (int attempt = 1; attempt <= 8; attempt++) {
            clock.moveTo(day.plusDays(attempt));
            outbox.deliver();
        }
        assertThat(stateOf(key)).isEqualTo("UNDELIVERED");
        long id = idOf(key);
        mvc.perform(get("/gestione/avvisi/" + id).with(cast.coordinatore(POSTA)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Non consegnata")));
        mvc.perform(post("/gestione/avvisi/" + id + "/invio").with(cast.coordinatore(POSTA)))
                .andExpect(status().is3xxRedirection());
        assertThat(stateOf(key)).isEqualTo("QUEUED");
    }

    @Test
    void whatWaitedForAServerForAWeekDoesNotLeaveByItself() {
        String key = UUID.randomUUID().toString();
        clock.moveTo(LocalDate.of(2026, 5, 1));
        send(key, "vecchio@comune.example");
        clock.moveTo(LocalDate.of(2026, 5, 9));
        outbox.deliver();
        assertThat(stateOf(key)).isEqualTo("STALE");
    }

    @Test
    void anAddressThatCannotBeWrittenToIsRefusedAtOnce() {
        assertThatThrownBy(() -> new Mail("k", "ragioneria", "Oggetto", "Testo", List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ragioneria");
        assertThatThrownBy(() -> new Mail("k", "a@b.it\r\nBcc: x@y.it", "Oggetto", "Testo", List.of()))
                .isInstanceOf(Refusal.class);
        assertThat(new Mail("k", "a@b.it", "Uno\r\nBcc: x@y.it", "Testo", List.of()).subject())
                .isEqualTo("Uno Bcc: x@y.it");
    }

    @Test
    void onlyTheStaffReadsMailsAndOnlyWhoWritesSendsThemAgain() throws Exception {
        String key = UUID.randomUUID().toString();
        send(key, "uno@comune.example");
        String address = "/gestione/avvisi/" + idOf(key);
        mvc.perform(get(address).with(cast.with(Role.OPERATORE, POSTA))).andExpect(status().isOk());
        mvc.perform(get(address).with(cast.with(Role.REDATTORE, POSTA))).andExpect(status().isForbidden());
        mvc.perform(get(address).with(cast.referente(1, POSTA))).andExpect(status().isForbidden());
        mvc.perform(post(address + "/invio").with(cast.with(Role.OPERATORE, POSTA)))
                .andExpect(status().isForbidden());
        mvc.perform(get(address).with(cast.coordinatore(Cast.COLLI))).andExpect(status().isNotFound());
    }

    private boolean send(String key, String to) {
        return cast.at(
                POSTA,
                () -> notices.send(new Mail(key, to, "Quote 2019: è ora", "Gentile ente, già\nscade.", List.of())));
    }

    private static List<MimeMessage> to(GreenMail server, String address) throws Exception {
        return List.of(server.getReceivedMessages()).stream()
                .filter(message -> {
                    try {
                        return message.getHeader("To")[0].contains(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private String stateOf(String key) {
        return cast.at(
                POSTA,
                () -> jdbc.sql("select state from notices.mail where key = :key")
                        .param("key", key)
                        .query(String.class)
                        .single());
    }

    private long idOf(String key) {
        return cast.at(
                POSTA,
                () -> jdbc.sql("select id from notices.mail where key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single());
    }
}
