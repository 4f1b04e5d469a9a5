// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.pages.Italian;
import it.opencit.tickets.ServiceLevel.Target;
import it.opencit.tickets.pages.ListedTicket;
import it.opencit.tickets.pages.ShownTicket;
import it.opencit.tickets.pages.ShownTicket.Change;
import it.opencit.tickets.pages.ShownTicket.ClockLine;
import it.opencit.tickets.pages.ShownTicket.Fact;
import it.opencit.tickets.pages.ShownTicket.FileLine;
import it.opencit.tickets.pages.ShownTicket.Said;
import it.opencit.tickets.pages.ShownTicket.Sum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tickets in the words of the pages, as the office or as a body sees them. */
final class TicketViews {

    private TicketViews() {}

    /** @param pages address below which the page of each ticket is */
    static ListedTicket listed(TicketLine line, TicketReader.Page page, Instant now, boolean office, String pages) {
        Instant due = line.due();
        Assignee assignee = line.assignee();
        return new ListedTicket(
                line.number().toString(),
                pages + "/" + line.number(),
                line.title(),
                page.body(line),
                page.rules().title(page.rules().category(line.category())),
                line.type().label(),
                line.urgency().label(),
                line.urgency() == Urgency.BLOCKING || line.urgency() == Urgency.HIGH,
                line.state().label(),
                office && assignee != null ? assignee.shown() : "",
                Italian.moment(line.opened()),
                due == null ? "" : Italian.moment(due),
                due != null && due.isBefore(now));
    }

    /** @param address of the page, below which its files are for who is not of the office */
    static ShownTicket shown(TicketReader.Found found, Instant now, Viewer viewer, String address) {
        Ticket ticket = found.whole().ticket();
        boolean office = viewer instanceof Viewer.Office;
        return new ShownTicket(
                ticket.number().toString(),
                address,
                ticket.title(),
                ticket.state().label(),
                ticket.state().isOpen(),
                ticket.state().isWritable(),
                ticket.state().takesFiles(),
                facts(found, viewer),
                conversation(found.whole(), viewer),
                files(found.whole(), office, address),
                List.of(
                        sum(Promise.of(
                                Target.TAKE_IN_CHARGE, ticket, found.whole().ledger(), now)),
                        sum(Promise.of(Target.SOLUTION, ticket, found.whole().ledger(), now))),
                office ? clock(found.whole().ledger(), now) : List.of(),
                office
                        ? Holding.of(found.whole().ledger(), found.whole().events(), now).stream()
                                .map(one -> new ShownTicket.Held(one.shown(), WorkingTime.text(one.worked())))
                                .toList()
                        : List.of(),
                history(found.whole(), office),
                links(found),
                found.whole().partOfFault() && ticket.state().isOpen() && !office
                        ? "Fa parte di un guasto comune già in lavorazione."
                        : "",
                office ? duplicates(found.whole(), now) : List.of(),
                office);
    }

    private static List<ShownTicket.Duplicate> duplicates(WholeTicket whole, Instant now) {
        return whole.duplicates().stream()
                .map(one -> new ShownTicket.Duplicate(
                        Long.toString(one.number()),
                        Italian.moment(one.at()),
                        one.by(),
                        !one.at().plus(Merges.UNDOABLE).isBefore(now)))
                .toList();
    }

    /** What it has to do with, the common fault first. */
    private static List<ShownTicket.Link> links(TicketReader.Found found) {
        return found.whole().links().stream()
                .sorted(Comparator.comparing(LinkedTicket::relation))
                .map(link -> new ShownTicket.Link(
                        link.relation().label(),
                        Long.toString(link.number()),
                        Addresses.of(new TicketNumber(link.number())),
                        link.title(),
                        found.body(link),
                        link.state().label()))
                .toList();
    }

    private static List<Fact> facts(TicketReader.Found found, Viewer viewer) {
        boolean office = viewer instanceof Viewer.Office;
        boolean supplier = viewer instanceof Viewer.OfSupplier;
        Ticket ticket = found.whole().ticket();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Stato", ticket.state().label());
        if (office) {
            facts.add(new Fact("Ente", found.body(), "/gestione/enti/" + ticket.organization()));
        }
        if (supplier) {
            add(facts, "Ente", found.body());
        }
        add(facts, "Richiedente", ticket.requester());
        if (!supplier) {
            add(facts, "Posta del richiedente", ticket.email());
        }
        if (!supplier) {
            add(facts, "Chi lo vede", found.whole().sharing().shown());
        }
        add(facts, "Categoria", found.rules().title(found.rules().category(ticket.category())));
        add(facts, "Tipo", ticket.type().label());
        add(facts, "Urgenza", ticket.urgency().label());
        add(facts, "Servizio", found.rules().services().title(ticket.service()));
        add(facts, "Protocollo", ticket.protocol());
        facts.addAll(answers(found));
        add(facts, "Prima in", origin(found.whole()));
        Assignee assignee = ticket.assignee();
        if (office) {
            add(facts, "Assegnato a", assignee == null ? "nessuno" : assignee.shown());
        }
        add(facts, "Aperto il", Italian.moment(ticket.opened()));
        if (office) {
            add(facts, "Aperto da", ticket.openedBy());
            found.rules()
                    .template(found.whole().filled())
                    .ifPresent(template -> add(facts, "Modello", "versione " + template.version()));
            add(
                    facts,
                    "Livello di servizio",
                    found.whole().ledger().last().level().name());
        }
        add(facts, "Risolto il", Italian.moment(ticket.solved()));
        add(facts, "Chiuso il", Italian.moment(ticket.closed()));
        Opinion opinion = found.whole().opinion();
        if (opinion != null) {
            facts.add(new Fact(
                    "Soddisfazione",
                    opinion.shown() + (opinion.text().isEmpty() ? "" : ": «" + opinion.text() + "»"),
                    office ? "" : Addresses.inArea(ticket.number()) + "/parere"));
        } else if (!office && (ticket.state() == TicketState.SOLVED || ticket.state() == TicketState.CLOSED)) {
            facts.add(new Fact("Soddisfazione", "Dicci com'è andata", Addresses.inArea(ticket.number()) + "/parere"));
        }
        return facts;
    }

    /** What was answered in the own fields of its category. */
    static List<Fact> answers(TicketReader.Found found) {
        return found.rules().answered(found.whole().filled()).stream()
                .map(one -> new Fact(one.label(), one.value(), ""))
                .toList();
    }

    /** Where an imported ticket was before, with its number there; "" for one that began here. */
    private static String origin(WholeTicket whole) {
        return whole.events().stream()
                .filter(event -> event.kind() == TicketEvent.Kind.OPENED)
                .map(TicketEvent::before)
                .findFirst()
                .orElse("");
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value, ""));
        }
    }

    private static List<Said> conversation(WholeTicket whole, Viewer viewer) {
        boolean office = viewer instanceof Viewer.Office;
        record Moment(Instant at, Said said) {}
        List<Moment> moments = new ArrayList<>();
        for (WholeTicket one : whole.all()) {
            Ticket ticket = one.ticket();
            String from = one == whole ? "" : ", dal ticket n. " + ticket.number();
            moments.add(new Moment(
                    ticket.opened(),
                    new Said(
                            ticket.requester(),
                            Italian.moment(ticket.opened()),
                            "Richiesta" + from,
                            false,
                            false,
                            ticket.description())));
            for (Entry entry : one.entries()) {
                moments.add(new Moment(
                        entry.at(),
                        new Said(
                                office || !entry.fromOffice() ? entry.authorName() : "Il centro",
                                Italian.moment(entry.at()),
                                label(entry) + from,
                                entry.visibility() != Visibility.PUBLIC,
                                entry.fromOffice(),
                                entry.text())));
            }
        }
        if (!whole.merged().isEmpty()) {
            moments.sort(Comparator.comparing(Moment::at));
        }
        return moments.stream().map(Moment::said).toList();
    }

    private static String label(Entry entry) {
        return switch (entry.visibility()) {
            case INTERNAL -> "Nota interna: l'ente non la vede";
            case SUPPLIER ->
                (entry.fromOffice() ? "Dal centro al fornitore" : "Dal fornitore al centro") + ": l'ente non lo vede";
            case PUBLIC -> entry.fromOffice() ? "Risposta del centro" : "Risposta dell'ente";
        };
    }

    private static List<FileLine> files(WholeTicket whole, boolean office, String address) {
        return whole.all().stream()
                .flatMap(one -> one.attachments().stream()
                        .map(file -> file(
                                file,
                                one == whole ? "" : "ticket n. " + one.ticket().number() + ", ",
                                office,
                                address)))
                .toList();
    }

    private static FileLine file(Attachment file, String from, boolean office, String address) {
        return new FileLine(
                file.name(),
                office ? "/gestione/documenti/" + file.file() : address + "/allegati/" + file.file(),
                from + Italian.number((file.size() + 1023) / 1024) + " kB",
                office || !file.fromOffice() ? file.authorName() : "Il centro",
                Italian.moment(file.at()),
                file.visibility() != Visibility.PUBLIC);
    }

    private static Sum sum(Promise promise) {
        return new Sum(
                promise.target().label(),
                ClockWords.outcome(promise),
                promise.remaining().isNegative(),
                ClockWords.sum(promise));
    }

    private static List<ClockLine> clock(Ledger ledger, Instant now) {
        return ledger.segments(now).stream()
                .map(segment -> new ClockLine(
                        Italian.moment(segment.mark().at()),
                        segment.to().equals(now) ? "ora" : Italian.moment(segment.to()),
                        segment.mark().running(),
                        segment.mark().why(),
                        "versione " + segment.mark().calendar().number(),
                        segment.mark().level().name(),
                        WorkingTime.text(segment.worked()),
                        WorkingTime.text(segment.elapsed())))
                .toList();
    }

    private static List<Change> history(WholeTicket whole, boolean office) {
        List<Change> changes = new ArrayList<>();
        for (TicketEvent event : whole.events().reversed()) {
            if (!office && event.kind() != TicketEvent.Kind.OPENED && event.kind() != TicketEvent.Kind.STATE) {
                continue;
            }
            changes.add(new Change(
                    what(event),
                    office ? event.reason() : "",
                    office ? event.actorName() : "",
                    Italian.moment(event.at())));
        }
        return changes;
    }

    static String what(TicketEvent event) {
        return switch (event.kind()) {
            case OPENED -> "Aperto";
            case STATE ->
                TicketState.valueOf(event.before()).label() + " → "
                        + TicketState.valueOf(event.after()).label();
            case ASSIGNEE ->
                "Assegnato a " + event.after() + (event.before().isEmpty() ? "" : ", prima di " + event.before());
            case URGENCY ->
                "Urgenza: da " + Urgency.valueOf(event.before()).label().toLowerCase(Locale.ITALIAN) + " a "
                        + Urgency.valueOf(event.after()).label().toLowerCase(Locale.ITALIAN);
            case TYPE -> corrected("Tipo", event);
            case CATEGORY -> corrected("Categoria", event);
            case TITLE -> corrected("Titolo", event);
            case SERVICE -> corrected("Servizio", event);
            case BODY -> corrected("Ente", event);
            case REQUESTER -> corrected("Richiedente", event);
            case PROTOCOL -> corrected("Protocollo", event);
            case LEVEL -> corrected("Livello di servizio", event);
        };
    }

    private static String corrected(String what, TicketEvent event) {
        return what + ": "
                + (event.before().isEmpty()
                        ? "«" + event.after() + "»"
                        : event.after().isEmpty()
                                ? "tolto «" + event.before() + "»"
                                : "da «" + event.before() + "» a «" + event.after() + "»");
    }
}
