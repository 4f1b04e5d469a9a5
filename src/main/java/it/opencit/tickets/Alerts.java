// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.access.StaffMember;
import it.opencit.catalogue.SupplierId;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.OfficeReaders.Reader;
import it.opencit.tickets.WatchStore.Due;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives the notices whose moment has come: of a new ticket to who hears of those that nobody has; of a promise half used up
 * to who has the ticket, nearly or wholly used up to the coordinators too; of a long pause to who keeps the office waiting.
 * Only while the office works, each once.
 */
@Component
class Alerts {

    private static final int AT_ONCE = 200;

    private final Watch watch;
    private final WatchStore store;
    private final Rulebooks rulebooks;
    private final Persons persons;
    private final TicketStore tickets;
    private final Notices notices;
    private final Centres centres;
    private final SignedLinks links;
    private final OfficeReaders office;
    private final SupplierDesks desks;
    private final TicketMails mails;
    private final TransactionOperations transaction;
    private final Clock clock;

    Alerts(
            Watch watch,
            WatchStore store,
            Rulebooks rulebooks,
            Persons persons,
            TicketStore tickets,
            Notices notices,
            Centres centres,
            SignedLinks links,
            OfficeReaders office,
            SupplierDesks desks,
            TicketMails mails,
            TransactionOperations transaction,
            Clock clock) {
        this.watch = watch;
        this.store = store;
        this.rulebooks = rulebooks;
        this.persons = persons;
        this.tickets = tickets;
        this.notices = notices;
        this.centres = centres;
        this.links = links;
        this.office = office;
        this.desks = desks;
        this.mails = mails;
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
        Map<@Nullable Assignee, List<Reader>> known = new HashMap<>();
        Set<String> told = new HashSet<>();
        Map<String, List<Ticket>> arrived = new LinkedHashMap<>();
        for (Due one : due) {
            Ticket ticket = store.find(one.number()).orElseThrow();
            List<Reader> readers = known.computeIfAbsent(ticket.assignee(), office::of);
            if (one.alarm().kind() == Alarm.Kind.NEW) {
                List<String> to = addresses(unheard(ticket, readers));
                if (store.remember(one.number(), one.alarm(), now, to)) {
                    to.forEach(address -> arrived.computeIfAbsent(address, _ -> new ArrayList<>())
                            .add(ticket));
                }
                continue;
            }
            // Two steps passed since the last round are one piece of news: the graver, which comes first.
            boolean first = told.add(one.number() + " " + one.alarm().kind());
            if (first) {
                give(one.alarm(), ticket, readers, centre, now);
            } else {
                store.remember(one.number(), one.alarm(), now, List.of());
            }
        }
        mails.arrived(arrived);
        return due.size() == AT_ONCE;
    }

    /** Those to whom a ticket that nobody has is new: neither who opened it nor who asked. */
    private static List<Reader> unheard(Ticket ticket, List<Reader> readers) {
        return ticket.state() != TicketState.NEW || ticket.mergedInto() != null
                ? List.of()
                : readers.stream()
                        .filter(one -> !one.username().equals(ticket.openedBy())
                                && !one.username().equals(ticket.username())
                                && !one.address().equalsIgnoreCase(ticket.openedBy())
                                && !one.address().equalsIgnoreCase(ticket.email()))
                        .toList();
    }

    private void give(Alarm alarm, Ticket ticket, List<Reader> readers, Centre centre, Instant now) {
        if (alarm.kind() == Alarm.Kind.PAUSE) {
            givePause(alarm, ticket, readers, centre, now);
            return;
        }
        List<String> to = recipients(alarm, readers, centre);
        Assignee assignee = ticket.assignee();
        SupplierId supplier = assignee == null ? null : assignee.supplier();
        List<String> outside =
                supplier == null ? List.of() : desks.get(supplier).addresses();
        List<String> all = Stream.concat(to.stream(), outside.stream()).toList();
        if (store.remember(ticket.number(), alarm, now, all)) {
            String title = mails.title(ticket);
            String used = Messages.text(
                    alarm.step() >= Alarm.OVER ? "tickets.alert.over" : "tickets.alert.used",
                    ticket.number().toString(),
                    title,
                    alarm.step(),
                    ServiceLevel.Target.valueOf(alarm.kind().name()).label().toLowerCase(Locale.ITALIAN),
                    links.address(Addresses.of(ticket.number())),
                    name(centre));
            send(centre, ticket, alarm, to, title, used, Addresses.of(ticket.number()));
            if (supplier != null) {
                mails.alertSupplier(ticket, supplier, alarm, used(alarm));
            }
        }
    }

    /** Recalls a long pause to who keeps the office waiting; where that is nobody who can be written to, to who has it. */
    private void givePause(Alarm alarm, Ticket ticket, List<Reader> readers, Centre centre, Instant now) {
        Assignee assignee = ticket.assignee();
        SupplierId supplier = assignee == null ? null : assignee.supplier();
        PauseCause cause = ticket.state() == TicketState.SUSPENDED
                ? tickets.waitsFor(ticket.number()).orElse(PauseCause.usual(assignee))
                : PauseCause.BODY;
        List<String> waitedFor =
                switch (cause) {
                    case BODY -> List.of(ticket.email());
                    case SUPPLIER ->
                        supplier == null ? List.of() : desks.get(supplier).addresses();
                    case OTHER -> List.of();
                };
        List<String> outside = waitedFor.stream().filter(EmailAddress::isOne).toList();
        boolean inside = cause != PauseCause.BODY && outside.isEmpty();
        List<String> to = inside ? addresses(readers) : outside;
        String title = mails.title(ticket);
        String text = Messages.text(
                inside ? "tickets.alert.pause.office" : "tickets.alert.pause",
                ticket.number().toString(),
                title,
                Italian.date(
                        Instant.ofEpochSecond(alarm.step()).atZone(Italian.ROME).toLocalDate()),
                inside ? links.address(Addresses.of(ticket.number())) : name(centre),
                name(centre));
        if (store.remember(ticket.number(), alarm, now, to)) {
            String page = inside ? Addresses.of(ticket.number()) : Addresses.inArea(ticket.number());
            send(centre, ticket, alarm, to, title, text, page);
        }
    }

    /** Those of the office who have the ticket, or hear of those that nobody has; from four fifths the coordinators too. */
    private List<String> recipients(Alarm alarm, List<Reader> readers, Centre centre) {
        Set<String> to = new LinkedHashSet<>(addresses(readers));
        if (alarm.step() >= Alarm.SOON) {
            for (StaffMember coordinator : persons.staff(Role.COORDINATORE)) {
                to.add(coordinator.email());
            }
            if (to.stream().allMatch(String::isEmpty)) {
                to.add(centre.email()); // nobody said where to write: the centre's own mailbox
            }
        }
        return to.stream().filter(EmailAddress::isOne).toList();
    }

    private static List<String> addresses(List<Reader> readers) {
        return readers.stream().map(Reader::address).toList();
    }

    /** {@code Soluzione: tempo promesso usato, 80 %.} */
    private static String used(Alarm alarm) {
        String target = ServiceLevel.Target.valueOf(alarm.kind().name()).label();
        return alarm.step() >= Alarm.OVER
                ? target + ": il tempo promesso è finito."
                : target + ": tempo promesso usato, " + alarm.step() + " %.";
    }

    /**
     * @param title as a mail may say it
     * @param page where who reads it finds the ticket
     */
    private void send(
            Centre centre, Ticket ticket, Alarm alarm, List<String> to, String title, String text, String page) {
        String number = ticket.number().toString();
        boolean pause = alarm.kind() == Alarm.Kind.PAUSE;
        notices.tell(
                ticket.urgency() == Urgency.BLOCKING || !pause && alarm.step() >= Alarm.OVER,
                links.address(page),
                to.stream()
                        .map(address -> new Mail(
                                "ticket-" + number + "-avviso-" + alarm.kind() + "-" + alarm.step() + "-" + address,
                                address,
                                Messages.text("tickets.mail.subject", name(centre), number, title),
                                text,
                                List.of()))
                        .toList());
    }

    private static String name(Centre centre) {
        return centre.shortName().isBlank() ? centre.name() : centre.shortName();
    }
}
