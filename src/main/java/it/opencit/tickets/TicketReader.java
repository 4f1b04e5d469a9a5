// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what pages and API show of tickets: two statements for a ticket, and for a page of the list one more, which counts. */
@Service
class TicketReader {

    private final TicketReadStore store;
    private final TicketStore tickets;
    private final Rulebooks rulebooks;
    private final Organizations organizations;

    TicketReader(TicketReadStore store, TicketStore tickets, Rulebooks rulebooks, Organizations organizations) {
        this.store = store;
        this.tickets = tickets;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
    }

    /** A ticket with the rules that its clock names, and the name of its body. */
    record Found(WholeTicket whole, Rulebook rules, String body) {}

    /**
     * A page of the list.
     *
     * @param next where the following page begins; {@code null} on the last one
     */
    record Page(
            List<TicketLine> lines,
            Rulebook rules,
            Map<OrganizationId, String> bodies,
            @Nullable Position next) {

        String body(TicketLine line) {
            return bodies.getOrDefault(line.organization(), "");
        }
    }

    /**
     * A ticket.
     *
     * @throws NotFound when there is none, or who looks may not see it
     */
    @Transactional
    public Found get(TicketNumber number, Viewer viewer) {
        Rulebook rules = rulebooks.current();
        WholeTicket whole = store.whole(number, viewer, rules)
                .filter(one -> maySee(viewer, one.ticket(), one.sharing()))
                .orElseThrow(() -> new NotFound("Ticket " + number));
        OrganizationId body = whole.ticket().organization();
        return new Found(whole, rules, organizations.names(Set.of(body)).getOrDefault(body, ""));
    }

    /** A ticket with who sees it. */
    record Shared(Ticket ticket, Sharing sharing) {

        boolean isSeenBy(Viewer viewer) {
            return maySee(viewer, ticket, sharing);
        }
    }

    private static boolean maySee(Viewer viewer, Ticket ticket, Sharing sharing) {
        Assignee assignee = ticket.assignee();
        return switch (viewer) {
            case Viewer.Office _ -> true;
            case Viewer.OfBody person ->
                ticket.organization().equals(person.body())
                        && ticket.state() != TicketState.DELETED
                        && sharing.includes(person.username(), ticket);
            case Viewer.OfSupplier person ->
                assignee != null
                        && person.supplier().equals(assignee.supplier())
                        && ticket.state() != TicketState.DELETED;
        };
    }

    @Transactional
    public Page page(TicketQuery query) {
        Rulebook rules = rulebooks.current();
        List<TicketLine> found = store.list(query);
        List<TicketLine> lines = found.subList(0, Math.min(query.limit(), found.size()));
        Map<OrganizationId, String> bodies =
                organizations.names(lines.stream().map(TicketLine::organization).collect(Collectors.toSet()));
        TicketLine last = found.size() > query.limit() ? lines.getLast() : null;
        return new Page(lines, rules, bodies, last == null ? null : position(last, query.sort()));
    }

    private static @Nullable Position position(TicketLine line, TicketQuery.Sort sort) {
        var at = sort == TicketQuery.Sort.DUE ? line.due() : line.opened();
        return at == null ? null : new Position(at, line.number().value());
    }

    /** How many tickets a query finds; where only states are asked for, exactly and at once, else up to a limit. */
    @Transactional
    public long count(TicketQuery query, int most) {
        boolean onlyStates = query.organization() == null
                && query.assignee().isEmpty()
                && query.category() == null
                && query.urgency() == null
                && query.type() == null
                && query.words().isEmpty()
                && query.dueBefore() == null
                && query.sort() != TicketQuery.Sort.DUE;
        if (!onlyStates) {
            return store.count(query, most);
        }
        Map<TicketState, Long> tally = tickets.tally();
        return tally.entrySet().stream()
                .filter(entry -> query.states().isEmpty() || query.states().contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Transactional
    public Map<TicketState, Long> tally() {
        return tickets.tally();
    }

    /** Hands over every ticket that a query finds, with the name of its body. */
    @Transactional
    public void each(TicketQuery query, Consumer<NamedLine> reader) {
        Rulebook rules = rulebooks.current();
        Map<OrganizationId, String> bodies = organizations.names(Set.of());
        store.each(
                query,
                line -> reader.accept(new NamedLine(
                        line,
                        bodies.getOrDefault(line.organization(), ""),
                        rules.title(rules.category(line.category())))));
    }

    /** A ticket of a list in words. */
    record NamedLine(TicketLine line, String body, String category) {}
}
