// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class MergeTest {

    private static final String CENTRE = "doppioni";
    private static final Author UGO = new Author("ugo", "Ugo Rossi", false);

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
    Merges merges;

    @Autowired
    TicketReader reader;

    @Autowired
    SharingStore sharings;

    @Autowired
    Watch watch;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private TicketNumber first = new TicketNumber(1);
    private TicketNumber duplicate = new TicketNumber(1);

    @BeforeEach
    void twoOfTheSame() {
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        first = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La PEC non va"), Desk.ELENA));
        duplicate = cast.at(CENTRE, () -> tickets.open(asked("ugo." + first + "@enti.example.it"), UGO));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aDuplicateLeadsToTheOtherWhichShowsWhatWasSaidOnBoth() throws Exception {
        cast.at(CENTRE, () -> {
            tickets.write(duplicate, Visibility.PUBLIC, "Ora anche la stampante", UGO);
            tickets.write(first, Visibility.PUBLIC, "Ci guardiamo", Desk.ANNA);
        });
        web.perform(post(Addresses.of(duplicate) + "/unione")
                        .param("into", first.toString())
                        .with(office()))
                .andExpect(redirectedUrl(Addresses.of(first)));

        web.perform(get(Addresses.of(duplicate)).with(office()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", Addresses.of(first)));
        web.perform(get(Addresses.inArea(duplicate)).with(cast.referente("ugo", body.value(), CENTRE)))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", Addresses.inArea(first)));
        web.perform(get(Addresses.of(first)).with(office()))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Richiesta, dal ticket n. " + duplicate,
                                "Risposta dell'ente, dal ticket n. " + duplicate,
                                "Ora anche la stampante",
                                "Ci guardiamo")))
                .andExpect(content().string(containsString("Annulla l'unione")));
        web.perform(get(Addresses.inArea(first)).with(cast.referente("ugo", body.value(), CENTRE)))
                .andExpect(content().string(containsString("Ora anche la stampante")))
                .andExpect(content().string(not(containsString("Annulla l'unione"))));
        web.perform(get("/api/v1/tickets/" + duplicate).with(office()))
                .andExpect(jsonPath("$.mergedInto").value((int) first.value()))
                .andExpect(jsonPath("$.state").value("CLOSED"))
                .andExpect(jsonPath("$.allowed").isEmpty());
        web.perform(get("/api/v1/tickets/" + first).with(office()))
                .andExpect(jsonPath(
                        "$.entries[?(@.ticket == " + duplicate + " && @.visibility == 'PUBLIC')]", hasSize(1)));
        assertThat(cast.at(CENTRE, () -> sharings.of(first)).observers())
                .extracting(Observer::name)
                .containsExactly("Ugo Rossi");
        assertThat(mails("ugo." + first + "@enti.example.it"))
                .filteredOn(text -> text.contains("Da ora il numero è " + first))
                .hasSize(1);
        cast.at(CENTRE, () -> tickets.write(first, Visibility.PUBLIC, "Riparata", Desk.ANNA));
        assertThat(mails("ugo." + first + "@enti.example.it"))
                .filteredOn(text -> text.contains("Riparata"))
                .hasSize(1);
    }

    @Test
    void whatWasMergedIsWorkedThere() {
        merge(duplicate, first);
        assertThatThrownBy(
                        () -> cast.at(CENTRE, () -> tickets.write(duplicate, Visibility.PUBLIC, "Ancora", Desk.ANNA)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("unito al ticket " + first);
        assertThatThrownBy(
                        () -> cast.at(CENTRE, () -> tickets.move(duplicate, TicketState.ASSIGNED, null, "Riapro", UGO)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void neitherACycleNorAnotherBodyNorWhatIsOver() {
        merge(duplicate, first);
        refused(first, duplicate, "a sua volta unito");
        refused(duplicate, first, "unito al ticket");
        refused(first, first, "a sé stesso");
        OrganizationId other = cast.at(CENTRE, () -> Desk.body(organizations));
        TicketNumber theirs = cast.at(CENTRE, () -> tickets.open(Desk.asked(other, "La PEC"), Desk.ELENA));
        refused(theirs, first, "di un altro ente");
        TicketNumber third = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La PEC"), Desk.ELENA));
        cast.at(CENTRE, () -> tickets.move(first, TicketState.DELETED, null, "Prova", Desk.ANNA));
        refused(third, first, "«Eliminato»");
    }

    @Test
    void twoMergedIntoEachOtherAtOnceAreOneMerge() {
        List<Boolean> done = Stream.of(List.of(first, duplicate), List.of(duplicate, first))
                .map(pair -> CompletableFuture.supplyAsync(() -> {
                    try {
                        merge(pair.get(0), pair.get(1));
                        return true;
                    } catch (Refusal refused) {
                        return false;
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aChainLeadsToItsEnd() throws Exception {
        TicketNumber third = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Tutta la posta"), Desk.ELENA));
        merge(duplicate, first);
        merge(first, third);
        web.perform(get(Addresses.of(duplicate)).with(office()))
                .andExpect(header().string("Location", Addresses.of(third)));
        web.perform(get(Addresses.of(third)).with(office()))
                .andExpect(content().string(containsString("dal ticket n. " + duplicate)))
                .andExpect(content().string(containsString("dal ticket n. " + first)));
    }

    @Test
    void undoneWithinADayItStandsAsItStood() throws Exception {
        Instant start = Instant.parse("2026-11-16T09:00:00Z");
        clock.moveTo(start);
        TicketNumber here = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Uno"), Desk.ELENA));
        TicketNumber gone = cast.at(CENTRE, () -> tickets.open(asked("ugo." + here + "@enti.example.it"), UGO));
        Assignee carla = new Assignee(Assignee.Kind.PERSON, "carla", "Carla Monti");
        cast.at(CENTRE, () -> tickets.assign(gone, null, carla, "", Desk.ANNA));
        Instant due = Objects.requireNonNull(whole(gone).ticket().solutionDue());
        clock.moveTo(start.plusSeconds(60));
        merge(gone, here);
        cast.at(CENTRE, () -> tickets.write(here, Visibility.PUBLIC, "Scritto dopo", Desk.ANNA));
        clock.moveTo(start.plusSeconds(120));
        web.perform(post(Addresses.of(gone) + "/unione/annullamento").with(office()))
                .andExpect(redirectedUrl(Addresses.of(gone)));

        Ticket back = whole(gone).ticket();
        assertThat(back.state()).isEqualTo(TicketState.ASSIGNED);
        assertThat(back.assignee()).isEqualTo(carla);
        assertThat(back.mergedInto()).isNull();
        assertThat(back.solutionDue()).isEqualTo(due.plusSeconds(60)); // the minute it was closed did not count
        assertThat(whole(here).entries()).extracting(Entry::text).contains("Scritto dopo");
        assertThat(cast.at(CENTRE, () -> sharings.of(here)).observers()).isEmpty();
        web.perform(post(Addresses.of(gone) + "/unione/annullamento").with(office()))
                .andExpect(status().isUnprocessableContent());

        merge(gone, here);
        clock.moveTo(start.plus(Duration.ofHours(25)));
        assertThatThrownBy(() -> cast.at(CENTRE, () -> merges.undo(gone, Desk.ANNA)))
                .hasMessageContaining("24 ore");
        web.perform(get(Addresses.of(here)).with(office()))
                .andExpect(content().string(not(containsString("Annulla l'unione"))));
    }

    @Test
    void aDuplicateIsNotCountedTwice() {
        merge(duplicate, first);
        cast.at(CENTRE, () -> watch.catchUp());
        assertThat(measured(duplicate)).isZero();
        assertThat(measured(first)).isOne();
        cast.at(CENTRE, () -> merges.undo(duplicate, Desk.ANNA));
        cast.at(CENTRE, () -> watch.catchUp());
        assertThat(measured(duplicate)).isOne();
    }

    @Test
    void programsMergeAndUndo() throws Exception {
        String address = "/api/v1/tickets/" + duplicate + "/merge";
        String json = "{\"into\":" + first + "}";
        web.perform(post(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(cast.referente("ugo", body.value(), CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(post(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(office()))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.mergedInto").value((int) first.value()));
        web.perform(delete(address).with(office()))
                .andExpect(jsonPath("$.mergedInto").doesNotExist())
                .andExpect(jsonPath("$.state").value("NEW"));
    }

    @Test
    void theOneThatRemainsIsChosenAmongThoseOfTheBody() throws Exception {
        String page = Addresses.of(duplicate) + "/unione";
        web.perform(get(page).with(office())).andExpect(content().string(containsString("La PEC non va")));
        web.perform(post(page).with(office()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli il ticket che resta")));
        web.perform(get(page).with(cast.referente("ugo", body.value(), CENTRE))).andExpect(status().isForbidden());
    }

    private void merge(TicketNumber number, TicketNumber into) {
        cast.at(CENTRE, () -> merges.merge(number, into, Desk.ANNA));
    }

    private void refused(TicketNumber number, TicketNumber into, String why) {
        assertThatThrownBy(() -> merge(number, into))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    private NewTicket asked(String email) {
        return new NewTicket(
                TicketType.FAULT, "assistenza", Urgency.MEDIUM, "PEC ferma", "Anche da me.", body, "Ugo Rossi", email);
    }

    private WholeTicket whole(TicketNumber number) {
        return cast.at(CENTRE, () -> reader.get(number, Viewer.OFFICE).whole());
    }

    private long measured(TicketNumber number) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select count(*) from tickets.measure where ticket_id = :id")
                        .param("id", number.value())
                        .query(Long.class)
                        .single());
    }

    private List<String> mails(String to) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select body from notices.mail where recipient = :to order by id")
                        .param("to", to)
                        .query(String.class)
                        .list());
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }
}
