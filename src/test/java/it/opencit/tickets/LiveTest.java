// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.SignedIn;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@OpenCitTest
class LiveTest {

    private static final String CENTRE = "diretta";

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @Autowired
    Organizations organizations;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Tickets tickets;

    @Autowired
    LiveStreams streams;

    private final List<LiveStream> open = new ArrayList<>();
    private OrganizationId body = new OrganizationId(1);
    private OrganizationId other = new OrganizationId(1);

    @BeforeEach
    void twoBodies() {
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        other = cast.at(CENTRE, () -> Desk.body(organizations));
    }

    @AfterEach
    void closeTheWindows() {
        open.forEach(streams::remove);
    }

    @Test
    void whatIsCommittedIsToldByWayOfTheDatabase() throws Exception {
        LiveStream office = window("anna", Viewer.OFFICE, null);
        cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La stampante tace"), Desk.ELENA));
        assertThat(office.next(Duration.ofSeconds(20)).changed()).isTrue();
        assertThat(streams.changedSince(office, Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void aBodyAndASupplierAreToldOnlyOfWhatTheySee() throws Exception {
        SupplierId supplier = cast.at(CENTRE, () -> Desk.supplier(suppliers));
        TicketNumber number = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La posta tace"), Desk.ELENA));
        cast.at(CENTRE, () -> tickets.share(number, null, new Sharing(Audience.OWN, true, List.of()), Desk.ANNA));
        LiveStream own = window("elena", new Viewer.OfBody(body, "elena"), null);
        LiveStream colleague = window("ugo", new Viewer.OfBody(body, "ugo"), null);
        LiveStream neighbour = window("ida", new Viewer.OfBody(other, "ida"), null);
        LiveStream worker = window("fabio", new Viewer.OfSupplier(supplier), null);
        LiveStream office = window("anna", Viewer.OFFICE, null);
        streams.changed(cast.centre(CENTRE).id(), Set.of(number.value()));

        assertThat(told(own)).isTrue();
        assertThat(told(office)).isTrue();
        assertThat(told(colleague)).isFalse();
        assertThat(told(neighbour)).isFalse();
        assertThat(told(worker)).isFalse();
    }

    @Test
    void aPageThatMayNoLongerBeSeenIsToldOnceAndEnds() throws Exception {
        SupplierId supplier = cast.at(CENTRE, () -> Desk.supplier(suppliers));
        TicketNumber number = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Il video tace"), Desk.ELENA));
        LiveStream worker = window("fabio", new Viewer.OfSupplier(supplier), number);
        streams.changed(cast.centre(CENTRE).id(), Set.of(number.value()));
        LiveStream.News news = worker.next(Duration.ofMillis(1));
        assertThat(news.changed()).isTrue();
        assertThat(news.over()).isTrue();
    }

    @Test
    void whoElseWorksOnATicketIsSaidToTheOfficeOnly() throws Exception {
        TicketNumber number = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Il fax tace"), Desk.ELENA));
        long centre = cast.centre(CENTRE).id();
        LiveStream anna = window("anna", Viewer.OFFICE, number);
        LiveStream elena = window("elena", new Viewer.OfBody(body, "elena"), number);
        open.forEach(LiveTest::hush);
        streams.arrived(centre, number.value(), "anna", "Anna Valenti");
        streams.arrived(centre, number.value(), "carla", "Carla Monti");
        assertThat(anna.next(Duration.ofMillis(1)).present())
                .isEqualTo("Anche Carla Monti sta lavorando su questa richiesta.");
        streams.arrived(centre, number.value(), "bruno", "Bruno Neri");
        assertThat(anna.next(Duration.ofMillis(1)).present())
                .isEqualTo("Anche Bruno Neri e Carla Monti stanno lavorando su questa richiesta.");
        streams.left(centre, number.value(), "bruno");
        streams.left(centre, number.value(), "carla");
        assertThat(anna.next(Duration.ofMillis(1)).present()).isEmpty();
        assertThat(elena.next(Duration.ofMillis(1)).present()).isNull();
    }

    @Test
    void oneWhoOpensTooManyWindowsLosesTheNewsOfTheOldest() throws Exception {
        while (open.size() < 13) {
            window("anna", Viewer.OFFICE, null);
        }
        assertThat(open.getFirst().next(Duration.ofMillis(1)).over()).isTrue();
        assertThat(open.get(1).next(Duration.ofMillis(1)).over()).isFalse();
        assertThat(streams.remove(open.removeLast())).isFalse();
    }

    @Test
    void theStreamOfAnothersTicketIsNotThere() throws Exception {
        TicketNumber number = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La rete tace"), Desk.ELENA));
        web.perform(get(Addresses.AREA + LiveController.LIVE + "?ticket=" + number)
                        .with(cast.referente(other.value(), CENTRE)))
                .andExpect(status().isNotFound());
        web.perform(get(Addresses.BOARD + LiveController.LIVE).with(cast.referente(body.value(), CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(get(Addresses.AREA + LiveController.LIVE).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isForbidden());
    }

    private LiveStream window(String username, Viewer viewer, @Nullable TicketNumber ticket) {
        LiveStream stream = stream(username, viewer, ticket);
        assertThat(streams.add(stream)).isTrue();
        open.add(stream);
        return stream;
    }

    private LiveStream stream(String username, Viewer viewer, @Nullable TicketNumber ticket) {
        return new LiveStream(
                new SignedIn(1, username, username, cast.centre(CENTRE).id(), Set.of(Role.OPERATORE), null),
                viewer,
                ticket);
    }

    private static boolean told(LiveStream stream) throws InterruptedException {
        return stream.next(Duration.ofMillis(1)).changed();
    }

    private static void hush(LiveStream stream) {
        try {
            stream.next(Duration.ofMillis(1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
