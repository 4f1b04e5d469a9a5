// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.catalogue.Suppliers;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.pages.DeskPage;
import it.opencit.tickets.pages.ListedTicket;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The board of the help desk: how many tickets in each state, what is due soon, which contracts end. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class BoardController {

    private final Templates templates;
    private final TicketReader reader;
    private final Suppliers suppliers;
    private final TicketList list;
    private final Clock clock;

    BoardController(Templates templates, TicketReader reader, Suppliers suppliers, TicketList list, Clock clock) {
        this.list = list;
        this.templates = templates;
        this.reader = reader;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @GetMapping(Addresses.BOARD)
    JteModel board(SignedIn person) {
        Instant now = clock.instant();
        Map<TicketState, Long> tally = reader.tally();
        List<DeskPage.Counter> counters = Arrays.stream(TicketState.values())
                .map(state -> new DeskPage.Counter(
                        state.plural(), tally.getOrDefault(state, 0L), Addresses.TICKETS + "?stato=" + state))
                .toList();
        List<DeskPage.Counter> contracts = suppliers.contractAlerts(LocalDate.ofInstant(now, Italian.ROME)).stream()
                .map(count -> new DeskPage.Counter(count.label(), count.number(), count.address()))
                .toList();
        TicketReader.Page page =
                reader.page(TicketQuery.first(8).sorted(TicketQuery.Sort.DUE).done());
        List<ListedTicket> due = page.lines().stream()
                .map(line -> TicketViews.listed(line, page, now, true, Addresses.TICKETS))
                .toList();
        return templates.ticketsBoard(new DeskPage(
                counters,
                contracts,
                reader.count(TicketsPanel.late(now), TicketList.MOST_COUNTED),
                Addresses.TICKETS + "?scadenza=oltre&ordine=DUE",
                due,
                Addresses.TICKETS + "?ordine=DUE",
                Addresses.TICKETS + "?stato=OPEN&assegnatario=" + person.username(),
                list.views(page.rules(), person.username(), Map.of())));
    }
}
