// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what pages and API show of tickets: one statement for a ticket, and for a page of the list two, besides that for the rules. */
@Service
class TicketReader {

    /** Numbers as people list them; none of them too long or nought. */
    private static final Pattern NUMBERS = Pattern.compile("[1-9]\\d{0,11}([\\s,;]+[1-9]\\d{0,11})*");

    private final TicketReadStore store;
    private final TicketStore tickets;
    private final MergeStore merges;
    private final Rulebooks rulebooks;
    private final Organizations organizations;

    TicketReader(
            TicketReadStore store,
            TicketStore tickets,
            MergeStore merges,
            Rulebooks rulebooks,
            Organizations organizations) {
        this.merges = merges;
        this.store = store;
        this.tickets = tickets;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
    }

    /**
     * A ticket with the rules that its clock names, and the name of its body.
     *
     * @param bodies names of the bodies of the tickets linked to it
     */
    record Found(WholeTicket whole, Rulebook rules, String body, Map<OrganizationId, String> bodies) {

        String body(LinkedTicket link) {
            return bodies.getOrDefault(new OrganizationId(link.organization()), "");
        }

        /** Code of who usually has the tickets of the category it was opened in; "" for nobody, or when somebody has it. */
        String usual() {
            if (whole.ticket().assignee() != null) {
                return "";
            }
            return rules.template(whole.filled())
                    .map(CategoryTemplate::assignee)
                    .map(Assignee::code)
                    .orElse("");
        }
    }

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
        TicketReadStore.Read read = store.whole(number, viewer, rulebooks::of)
                .filter(one -> maySee(viewer, one.whole().ticket(), one.whole().sharing()))
                .orElseThrow(() -> new NotFound("Ticket " + number));
        WholeTicket alone = read.whole();
        WholeTicket whole = alone.duplicates().isEmpty() ? alone : alone.with(merged(alone, viewer));
        OrganizationId own = whole.ticket().organization();
        Set<OrganizationId> bodies = new HashSet<>(Set.of(own));
        whole.links().forEach(link -> bodies.add(new OrganizationId(link.organization())));
        Map<OrganizationId, String> names = organizations.names(bodies);
        return new Found(whole, read.rules(), names.getOrDefault(own, ""), names);
    }

    /** The duplicates of a ticket and theirs: of a supplier those that are not confidential, of others what they may see. */
    private List<WholeTicket> merged(WholeTicket whole, Viewer viewer) {
        List<WholeTicket> merged = new ArrayList<>();
        for (MergedTicket duplicate : whole.duplicates()) {
            WholeTicket other = store.whole(new TicketNumber(duplicate.number()), viewer, rulebooks::of)
                    .orElseThrow()
                    .whole();
            if (viewer instanceof Viewer.OfSupplier
                    ? !other.sharing().confidential()
                    : maySee(viewer, other.ticket(), other.sharing())) {
                merged.add(other);
            }
            merged.addAll(merged(other, viewer));
        }
        return merged;
    }

    /** The ticket with which a duplicate goes on, if who looks may see it. */
    @Transactional
    public Optional<TicketNumber> surviving(TicketNumber number, Viewer viewer) {
        TicketNumber last = merges.surviving(number);
        return last.equals(number)
                ? Optional.empty()
                : store.whole(last, viewer, rulebooks::of)
                        .map(TicketReadStore.Read::whole)
                        .filter(one -> maySee(viewer, one.ticket(), one.sharing()))
                        .map(one -> one.ticket().number());
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
            case Viewer.OfBody(OrganizationId body, String username) ->
                isOf(Set.of(body), ticket) && sharing.includes(username, ticket);
            case Viewer.OfBodies(Set<OrganizationId> bodies, String username) ->
                isOf(bodies, ticket) && sharing.includes(username, ticket);
            case Viewer.OfSupplier person ->
                assignee != null
                        && person.supplier().equals(assignee.supplier())
                        && ticket.state() != TicketState.DELETED;
        };
    }

    private static boolean isOf(Set<OrganizationId> bodies, Ticket ticket) {
        return bodies.contains(ticket.organization()) && ticket.state() != TicketState.DELETED;
    }

    @Transactional
    public Page page(TicketQuery query) {
        Rulebook rules = rulebooks.current();
        List<TicketLine> found = store.list(query);
        List<TicketLine> lines = found.subList(0, Math.min(query.limit(), found.size()));
        Map<OrganizationId, String> bodies = namesOf(lines);
        TicketLine last = found.size() > query.limit() ? lines.getLast() : null;
        return new Page(lines, rules, bodies, last == null ? null : position(last, query.sort()));
    }

    /**
     * Tickets by number, or else those whose words are looked for: to choose from.
     *
     * @param body whose they are when words are looked for; {@code null} for any
     */
    @Transactional
    public Page choose(String words, @Nullable OrganizationId body, int limit) {
        if (!NUMBERS.matcher(words.strip()).matches()) {
            return page(TicketQuery.first(limit).of(body).words(words.strip()).done());
        }
        return numbered(words, limit);
    }

    /** Tickets by number, as people list them; none where it is no list of numbers. */
    @Transactional
    public Page numbered(String written, int limit) {
        Set<TicketNumber> numbers = NUMBERS.matcher(written.strip()).matches()
                ? Arrays.stream(written.strip().split("[\\s,;]+"))
                        .limit(limit)
                        .map(TicketNumber::valueOf)
                        .collect(Collectors.toSet())
                : Set.of();
        List<TicketLine> lines = numbers.isEmpty() ? List.of() : store.numbered(numbers);
        return new Page(lines, rulebooks.current(), namesOf(lines), null);
    }

    private static @Nullable Position position(TicketLine line, TicketQuery.Sort sort) {
        var at = sort == TicketQuery.Sort.DUE ? line.due() : line.opened();
        return at == null ? null : new Position(at, line.number().value());
    }

    /** How many tickets a query finds; where only states are asked for, exactly and at once, else up to a limit. */
    @Transactional
    public long count(TicketQuery query, int most) {
        boolean onlyStates = query.organization() == null
                && query.seer() == null
                && query.whose() == null
                && query.categories().isEmpty()
                && query.services().isEmpty()
                && query.requester().isEmpty()
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

    /** How many tickets each of some queries without words finds, up to a limit: one statement. */
    @Transactional
    public List<Long> counts(List<TicketQuery> queries, int most) {
        return store.counts(queries, most);
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

    private Map<OrganizationId, String> namesOf(List<TicketLine> lines) {
        return organizations.names(lines.stream().map(TicketLine::organization).collect(Collectors.toSet()));
    }
}
