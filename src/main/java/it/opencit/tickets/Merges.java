// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges a duplicate into another ticket of the same body. The duplicate keeps its number, is closed and leads to the other,
 * which shows what was said on both; who asked and who followed the one follows the other. For a day it can be undone.
 */
@Service
public class Merges {

    /** How long a merge can be undone. */
    static final Duration UNDOABLE = Duration.ofHours(24);

    private final TicketStore tickets;
    private final MergeStore store;
    private final TicketLinkStore links;
    private final SharingStore sharings;
    private final Standings standings;
    private final TicketMails mails;
    private final Clock clock;

    Merges(
            TicketStore tickets,
            MergeStore store,
            TicketLinkStore links,
            SharingStore sharings,
            Standings standings,
            TicketMails mails,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.links = links;
        this.sharings = sharings;
        this.standings = standings;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Merges a ticket into another.
     *
     * @throws Refusal when they are of two bodies (one fault of many is a common fault), the other is over or merged itself,
     *     or the duplicate is a common fault
     */
    @Transactional
    public void merge(TicketNumber number, TicketNumber into, Author by) {
        if (number.equals(into)) {
            throw Refusal.inField("into", "tickets.merge.itself");
        }
        List<Ticket> held = tickets.lock(List.of(number, into));
        Ticket from = find(held, number);
        Ticket to = held.stream()
                .filter(one -> one.number().equals(into))
                .findFirst()
                .orElseThrow(() -> Refusal.inField("into", "tickets.incoming.no-ticket", into.toString()));
        refuse(from, to);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Sharing before = sharings.of(into);
        List<Observer> added = carried(from, to, before);
        if (!added.isEmpty()) {
            List<Observer> all = new ArrayList<>(before.observers());
            all.addAll(added);
            Audience audience = before.audience() == Audience.OWN ? Audience.NAMED : before.audience();
            sharings.keep(into, before.with(audience, all));
        }
        String why = "Unito al ticket n. " + into;
        Assignee assignee = from.assignee() != null ? from.assignee() : to.assignee();
        standings.bring(
                from,
                new Standing(
                        TicketState.CLOSED,
                        from.category(),
                        assignee != null ? assignee : new Assignee(Assignee.Kind.PERSON, by.username(), by.name()),
                        from.taken(),
                        Objects.requireNonNullElse(from.solved(), at),
                        at,
                        from.level()),
                why,
                by,
                at);
        store.keep(
                new MergeStore.Merge(
                        0,
                        number,
                        into,
                        at,
                        Standing.of(from),
                        before.audience(),
                        added.stream().map(Observer::key).toList()),
                by);
        note(into, "Unito qui il ticket n. " + number + " «" + from.title() + "»", by, at);
        if (!from.email().equalsIgnoreCase(to.email())) {
            mails.merged(from, into, by);
        }
    }

    private void refuse(Ticket from, Ticket to) {
        TicketNumber gone = from.mergedInto();
        TicketNumber further = to.mergedInto();
        if (gone != null) {
            throw new Refusal("tickets.merged", from.number().toString(), gone.toString());
        }
        if (further != null) {
            throw Refusal.inField("into", "tickets.merge.further", to.number().toString(), further.toString());
        }
        if (!from.organization().equals(to.organization())) {
            throw Refusal.inField("into", "tickets.merge.bodies", to.number().toString());
        }
        if (from.state() == TicketState.DELETED) {
            throw new Refusal("tickets.write.closed", from.state().label());
        }
        if (!to.state().isOpen() && to.state() != TicketState.SOLVED) {
            throw Refusal.inField(
                    "into",
                    "tickets.merge.over",
                    to.number().toString(),
                    to.state().label());
        }
        if (!links.children(from.number()).isEmpty()) {
            throw new Refusal("tickets.merge.fault");
        }
    }

    /** Who asked the duplicate or followed it, and does not read the other yet. */
    private List<Observer> carried(Ticket from, Ticket to, Sharing there) {
        Stream<Observer> requester = from.email().isEmpty() && from.username() == null
                ? Stream.of()
                : Stream.of(new Observer(from.requester(), from.email(), from.username()));
        HashSet<String> names = new HashSet<>();
        there.observers().forEach(one -> names.add(one.key()));
        return Stream.concat(requester, sharings.of(from.number()).observers().stream())
                .filter(one -> !isRequester(one, to))
                .filter(one -> names.add(one.key()))
                .toList();
    }

    private static boolean isRequester(Observer one, Ticket ticket) {
        return one.username() != null && one.username().equals(ticket.username())
                || !one.email().isEmpty() && one.email().equalsIgnoreCase(ticket.email());
    }

    /**
     * Undoes a merge: the duplicate stands as it stood, what was written since stays where it was written.
     *
     * @throws Refusal after {@link #UNDOABLE}, or when it was undone already
     */
    @Transactional
    public void undo(TicketNumber number, Author by) {
        MergeStore.Merge seen =
                store.of(number).orElseThrow(() -> new Refusal("tickets.merge.none", number.toString()));
        List<Ticket> held = tickets.lock(List.of(number, seen.into()));
        MergeStore.Merge merge = store.of(number)
                .filter(one -> one.id() == seen.id())
                .orElseThrow(() -> new Refusal("tickets.merge.none", number.toString()));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (merge.at().plus(UNDOABLE).isBefore(at)) {
            throw new Refusal("tickets.merge.late", number.toString());
        }
        store.undo(merge, by, at);
        Sharing now = sharings.of(merge.into());
        List<Observer> left = now.observers().stream()
                .filter(one -> !merge.observers().contains(one.key()))
                .toList();
        if (left.size() < now.observers().size()) {
            boolean alone = merge.audience() == Audience.OWN && now.audience() == Audience.NAMED && left.isEmpty();
            sharings.keep(merge.into(), now.with(alone ? Audience.OWN : now.audience(), left));
        }
        Ticket ticket = find(held, number);
        standings.bring(ticket.apart(), merge.standing(), "Non più unito al ticket n. " + merge.into(), by, at);
        note(merge.into(), "Non è più unito qui il ticket n. " + number + " «" + ticket.title() + "»", by, at);
    }

    private static Ticket find(List<Ticket> held, TicketNumber number) {
        return held.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("Ticket " + number));
    }

    private void note(TicketNumber number, String text, Author by, Instant at) {
        tickets.add(number, new Entry(0, at, Visibility.INTERNAL, true, by.username(), by.name(), text), null);
    }
}
