// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.access.StaffMember;
import it.opencit.catalogue.Suppliers;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.WatchStore.Due;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives the notices whose moment has come: of a promise half used up to who has the ticket, nearly or wholly used up to the
 * coordinators too; of a long pause to who keeps the office waiting. Only while the office works, each once.
 */
@Component
class Alerts {

    private static final int AT_ONCE = 200;

    private final Watch watch;
    private final WatchStore store;
    private final Rulebooks rulebooks;
    private final Persons persons;
    private final Suppliers suppliers;
    private final Notices notices;
    private final Centres centres;
    private final SignedLinks links;
    private final TransactionOperations transaction;
    private final Clock clock;

    Alerts(
            Watch watch,
            WatchStore store,
            Rulebooks rulebooks,
            Persons persons,
            Suppliers suppliers,
            Notices notices,
            Centres centres,
            SignedLinks links,
            TransactionOperations transaction,
            Clock clock) {
        this.watch = watch;
        this.store = store;
        this.rulebooks = rulebooks;
        this.persons = persons;
        this.suppliers = suppliers;
        this.notices = notices;
        this.centres = centres;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes through all centres. */
    void give() {
        centres.all().forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> give(centre)));
    }

    /** Goes through the centre this thread works for. */
    void give(Centre centre) {
        boolean more = true;
        while (more) {
            more = watch.catchUp();
        }
        more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> giveSome(centre)));
        }
    }

    private boolean giveSome(Centre centre) {
        Instant now = clock.instant();
        Rulebook rules = rulebooks.current();
        if (!rules.calendar().hours().isOpenAt(now)) {
            return false;
        }
        List<Due> due = store.takeDue(now, AT_ONCE);
        Map<String, String> addresses = due.isEmpty()
                ? Map.of()
                : persons.staff().stream().collect(Collectors.toMap(StaffMember::username, StaffMember::email));
        Set<String> told = new HashSet<>();
        for (Due one : due) {
            Ticket ticket = store.find(one.number()).orElseThrow();
            // Two steps passed since the last round are one piece of news: the graver, which comes first.
            boolean first = told.add(one.number() + " " + one.alarm().kind());
            List<String> to = first ? recipients(one.alarm(), ticket, addresses, centre) : List.of();
            if (store.remember(one.number(), one.alarm(), now, to)) {
                to.forEach(address -> send(centre, ticket, one.alarm(), address));
            }
        }
        return due.size() == AT_ONCE;
    }

    private List<String> recipients(Alarm alarm, Ticket ticket, Map<String, String> addresses, Centre centre) {
        Set<String> to = new LinkedHashSet<>();
        Assignee assignee = ticket.assignee();
        if (alarm.kind() == Alarm.Kind.PAUSE) {
            if (ticket.state() == TicketState.SUSPENDED
                    && assignee != null
                    && assignee.kind() == Assignee.Kind.SUPPLIER) {
                suppliers
                        .named(assignee.name())
                        .ifPresent(one -> to.add(one.details().email()));
            } else {
                to.add(ticket.email());
            }
        } else {
            if (assignee != null && assignee.kind() == Assignee.Kind.PERSON) {
                to.add(addresses.getOrDefault(assignee.code(), ""));
            }
            if (alarm.step() >= Alarm.SOON) {
                for (StaffMember coordinator : persons.staff(Role.COORDINATORE)) {
                    to.add(coordinator.email());
                }
                if (to.stream().allMatch(String::isEmpty)) {
                    to.add(centre.email()); // nobody said where to write: the centre's own mailbox
                }
            }
        }
        return new ArrayList<>(to.stream().filter(Mail::isAddress).toList());
    }

    private void send(Centre centre, Ticket ticket, Alarm alarm, String address) {
        String name = centre.shortName().isBlank() ? centre.name() : centre.shortName();
        String number = ticket.number().toString();
        boolean pause = alarm.kind() == Alarm.Kind.PAUSE;
        String text = pause
                ? Messages.text(
                        "tickets.alert.pause",
                        number,
                        ticket.title(),
                        Italian.date(Instant.ofEpochSecond(alarm.step())
                                .atZone(Italian.ROME)
                                .toLocalDate()),
                        name)
                : Messages.text(
                        alarm.step() >= Alarm.OVER ? "tickets.alert.over" : "tickets.alert.used",
                        number,
                        ticket.title(),
                        alarm.step(),
                        ServiceLevel.Target.valueOf(alarm.kind().name()).label().toLowerCase(Locale.ITALIAN),
                        links.address(Addresses.of(ticket.number())),
                        name);
        notices.tell(
                ticket.urgency() == Urgency.BLOCKING || !pause && alarm.step() >= Alarm.OVER,
                links.address(pause ? Addresses.inArea(ticket.number()) : Addresses.of(ticket.number())),
                new Mail(
                        "ticket-" + number + "-avviso-" + alarm.kind() + "-" + alarm.step() + "-" + address,
                        address,
                        Messages.text("tickets.mail.subject", name, number, ticket.title()),
                        text,
                        List.of()));
    }
}
