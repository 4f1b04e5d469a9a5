// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.centres.Centres;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.tickets.Webhook.DeliveryState;
import it.opencit.tickets.Webhook.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With a real server that listens; each test has a centre of its own. */
@OpenCitTest
class WebhookTest {

    private static final String SECRET = "un segreto abbastanza lungo";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Times.at("2026-11-16 10:00");

    private static int numbers;

    private record Received(Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .map(one -> one.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Centres centres;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    WebhookStore store;

    @Autowired
    TransactionOperations transaction;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer server = open();
    private String centre = "";
    private long id;

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void aProgramThatListens() {
        clock.moveTo(NOW);
        server.createContext("/ticket", exchange -> {
            received.add(new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        centre = "programmi" + ++numbers;
        id = cast.at(
                centre,
                () -> store.add(
                        new Webhook(0, "Fornitore", address(), EnumSet.of(Event.OPENED, Event.ANSWERED), true),
                        SECRET));
    }

    @AfterEach
    void stop() {
        clock.letGo();
        server.stop(0);
    }

    @Test
    void whatHappensArrivesSignedAndWithoutInternalNotes() {
        TicketNumber number = ticket();
        cast.at(centre, () -> {
            tickets.write(number, Visibility.INTERNAL, "Sono i soliti", Desk.ANNA);
            tickets.assign(number, null, new Assignee(Assignee.Kind.PERSON, "carla", "Carla Monti"), "", Desk.ANNA);
            tickets.write(number, Visibility.PUBLIC, "Arriviamo", Desk.ANNA);
        });
        deliver();

        assertThat(received)
                .extracting(one -> one.header("OpenCIT-Event"))
                .containsExactly("ticket.opened", "ticket.answered");
        Received opened = received.getFirst();
        assertThat(opened.header("OpenCIT-Timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(opened.header("OpenCIT-Signature"))
                .isEqualTo(
                        "sha256=" + WebhookSender.signature(SECRET, opened.header("OpenCIT-Timestamp"), opened.body()));
        JsonNode body = JSON.readTree(opened.body());
        assertThat(body.path("ticket").path("number").asString()).isEqualTo(number.toString());
        assertThat(body.path("ticket").path("state").asString()).isEqualTo("NEW");
        assertThat(JSON.readTree(received.getLast().body()).path("text").asString())
                .isEqualTo("Arriviamo");
        assertThat(received.toString()).doesNotContain("soliti");

        deliver();
        assertThat(received).hasSize(2);
    }

    /** {@code printf '1.{}' | openssl dgst -sha256 -hmac key}. */
    @Test
    void theSignatureIsTheOneEverybodyComputes() {
        assertThat(WebhookSender.signature("key", "1", "{}"))
                .isEqualTo("1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224");
    }

    @Test
    void whatAnImportRecordsOfThePastIsNoNews() {
        Instant then = NOW.minus(Duration.ofDays(400));
        TicketNumber old = cast.at(centre, () -> {
            TicketNumber number = tickets.open(Desk.asked(Desk.body(organizations), "Da GLPI"), Desk.ELENA, then);
            tickets.write(
                    number, null, Visibility.PUBLIC, "Fatto", TicketState.SOLVED, Desk.ANNA, then.plusSeconds(600));
            tickets.write(number, Visibility.PUBLIC, "Oggi", Desk.ANNA);
            return number;
        });
        deliver();
        assertThat(received)
                .singleElement()
                .satisfies(one -> assertThat(one.body()).contains("Oggi", old.toString()));
    }

    @Test
    void whatWasRolledBackIsNotTold() {
        Acting.as(
                cast.centre(centre).id(),
                "anna",
                () -> transaction.executeWithoutResult(status -> {
                    tickets.open(Desk.asked(Desk.body(organizations), "Mai nato"), Desk.ANNA);
                    status.setRollbackOnly();
                }));
        deliver();
        assertThat(received).isEmpty();
    }

    @Test
    void whoDoesNotAnswerIsTriedAgainLaterAndLater() {
        answer = 500;
        ticket();
        deliver();
        deliver();
        assertThat(received).hasSize(1);
        for (long minutes : new long[] {1, 4, 16, 64, 256, 1024, 1440}) {
            int before = received.size();
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(minutes)).minusSeconds(1));
            deliver();
            assertThat(received).hasSize(before);
            clock.moveTo(clock.instant().plusSeconds(1));
            deliver();
            assertThat(received).hasSize(before + 1);
        }
        assertThat(received).hasSize(WebhookSender.MOST_ATTEMPTS);
        assertThat(received)
                .extracting(one -> one.header("OpenCIT-Delivery"))
                .containsOnly(received.getFirst().header("OpenCIT-Delivery"));
        assertThat(log().getFirst().state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void theLogTellsWhatWentWrongAndSendsAgain() throws Exception {
        answer = 302;
        ticket();
        deliver();
        web.perform(get(WebhookController.WEBHOOKS + "/" + id).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("HTTP 302")))
                .andExpect(content().string(containsString("Manda di nuovo")))
                .andExpect(content().string(not(containsString(SECRET))));
        web.perform(get(WebhookController.WEBHOOKS + "/" + id + "/invii.csv").with(cast.coordinatore(centre)))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(containsString("Quando;Ticket;Evento;Stato;Tentativi;Arrivato il;Risposta")))
                .andExpect(content().string(containsString("HTTP 302")))
                .andExpect(content().string(not(containsString(SECRET))));
        answer = 200;
        web.perform(post(WebhookController.WEBHOOKS + "/" + id + "/invii/"
                                + log().getFirst().id())
                        .with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl(WebhookController.WEBHOOKS + "/" + id));
        deliver();
        assertThat(log().getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
        web.perform(post(WebhookController.WEBHOOKS + "/" + id + "/invii/999999")
                        .with(cast.coordinatore(centre)))
                .andExpect(status().isNotFound());
    }

    @Test
    void anAddressThatBecamePrivateIsNotKnockedAt() {
        ticket();
        Acting.as(
                cast.centre(centre).id(),
                Acting.PROGRAM,
                () -> new WebhookSender(centres, store, new Destinations(false), clock).deliverHere());
        assertThat(received).isEmpty();
        assertThat(log().getFirst().answer()).contains("non è un indirizzo");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip              | field   | value                    | answer
      no name           | title   |                          | Scrivi come si chiama
      no address        | address | programma                | non è un indirizzo
      without TLS       | address | http://93.184.216.34/    | non è un indirizzo
      of the house      | address | https://192.168.1.1/     | della rete interna
      of this machine   | address | https://localhost/       | della rete interna
      with a password   | address | https://a:b@93.184.216.34/ | non è un indirizzo
      a secret too short | secret | corto                    | almeno 16 caratteri
      nothing to tell   | OPENED  |                          | almeno una cosa
      """)
    void slipsAreToldInPlace(String slip, String field, String value, String answer) throws Exception {
        Map<String, String> form = form();
        form.put(field, Objects.requireNonNullElse(value, ""));
        send("/nuovo", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)));
    }

    @Test
    void aProgramIsAddedSwitchedOffAndRemoved() throws Exception {
        String address = Objects.requireNonNull(send("/nuovo", form())
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        String path = address.substring(WebhookController.WEBHOOKS.length());
        Map<String, String> off = form();
        off.put("active", "");
        off.put("secret", "");
        send(path, off).andExpect(redirectedUrl(address));
        web.perform(get(WebhookController.WEBHOOKS).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Gestionale (spento)")));
        send(path + "/eliminazione", Map.of()).andExpect(redirectedUrl(WebhookController.WEBHOOKS));
        web.perform(get(address).with(cast.coordinatore(centre))).andExpect(status().isNotFound());
        web.perform(get(WebhookController.WEBHOOKS).with(cast.with(Role.OPERATORE, centre)))
                .andExpect(status().isForbidden());
    }

    private static Map<String, String> form() {
        Map<String, String> form = new java.util.HashMap<>();
        form.put("title", "Gestionale");
        form.put("address", "https://93.184.216.34/ticket");
        form.put("secret", SECRET);
        form.put("OPENED", "si");
        form.put("active", "si");
        return form;
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ticket";
    }

    private TicketNumber ticket() {
        return cast.at(centre, () -> tickets.open(Desk.asked(Desk.body(organizations), "Lenta"), Desk.ELENA));
    }

    private void deliver() {
        Acting.as(
                cast.centre(centre).id(),
                Acting.PROGRAM,
                () -> new WebhookSender(centres, store, new Destinations(true), clock).deliverHere());
    }

    private List<Webhook.Logged> log() {
        return cast.at(centre, () -> store.log(id, 10));
    }

    private ResultActions send(String path, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(WebhookController.WEBHOOKS + path);
        fields.forEach(request::param);
        return web.perform(request.with(cast.coordinatore(centre)));
    }
}
