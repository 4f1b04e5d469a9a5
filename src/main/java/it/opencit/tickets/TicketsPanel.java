// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the home page: how many tickets are open, which wait to be taken in charge, which are late. */
@Component
class TicketsPanel implements HomePanel {

    private final TicketReader reader;
    private final Clock clock;

    TicketsPanel(TicketReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE)) {
            return Shown.NOTHING;
        }
        Map<TicketState, Long> tally = reader.tally();
        long open = tally.entrySet().stream()
                .filter(entry -> entry.getKey().isOpen())
                .mapToLong(Map.Entry::getValue)
                .sum();
        List<Attention> attention = new ArrayList<>();
        long late = reader.count(late(clock.instant()), TicketList.MOST_COUNTED);
        if (late > 0) {
            attention.add(new Attention(
                    Urgency.NOW,
                    Messages.text("tickets.attention.late", late),
                    Addresses.TICKETS + "?scadenza=oltre&ordine=DUE"));
        }
        long fresh = tally.getOrDefault(TicketState.NEW, 0L);
        if (fresh > 0) {
            attention.add(new Attention(
                    Urgency.SOON,
                    Messages.text("tickets.attention.new", fresh),
                    Addresses.TICKETS + "?stato=" + TicketState.NEW));
        }
        return new Shown(List.of(new Count("Ticket aperti", open, Addresses.TICKETS + "?stato=OPEN")), attention);
    }

    static TicketQuery late(java.time.Instant now) {
        return TicketQuery.first(8).dueBefore(now).sorted(TicketQuery.Sort.DUE).done();
    }
}
