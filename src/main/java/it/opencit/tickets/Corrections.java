// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects what a ticket was opened with. What was there stays in its history, with the reason; its opening, and its number,
 * are never touched.
 */
@Service
class Corrections {

    private final Tickets tickets;
    private final TicketStore store;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final SharingStore sharings;
    private final CitizenStore citizens;
    private final ServiceRequestStore requests;
    private final TicketMails mails;
    private final Clock clock;

    Corrections(
            Tickets tickets,
            TicketStore store,
            Rulebooks rulebooks,
            Organizations organizations,
            SharingStore sharings,
            CitizenStore citizens,
            ServiceRequestStore requests,
            TicketMails mails,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.sharings = sharings;
        this.citizens = citizens;
        this.requests = requests;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Corrects a ticket. Of another body it is seen by that one from now on, and by nobody of the one before; who asked is
     * somebody there.
     *
     * @param seen version that was read before; {@code null} to go on whatever it is
     * @throws Refusal without a reason, when nothing changes, or something is missing or unknown
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed the ticket meanwhile
     */
    @Transactional
    public void correct(TicketNumber number, @Nullable Integer seen, Correction asked, Author by) {
        Ticket ticket = tickets.locked(number, seen);
        if (!ticket.state().isWritable()) {
            throw new Refusal("tickets.correct.deleted", ticket.state().label());
        }
        String why = Tickets.shortened(asked.reason());
        if (why.isEmpty()) {
            throw Refusal.inField("reason", "tickets.reason.required");
        }
        Rulebook rules = rulebooks.current();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Ticket corrected = corrected(ticket, asked, rules);
        ServiceLevel level = level(corrected, asked, rules);
        List<TicketEvent> changes = changes(ticket, corrected, level, rules, why, by, at);
        if (changes.isEmpty()) {
            throw new Refusal("tickets.correct.same");
        }
        Ledger ledger = level.id() == ticket.level()
                ? null
                : tickets.promisedAgain(ticket, level, "Correzione: " + why, rules, at);
        Ticket saved = Tickets.changed(
                corrected, corrected.category(), ticket.urgency(), ticket.assignee(), level.id(), at, ledger);
        store.save(saved);
        boolean moves = !corrected.organization().equals(ticket.organization());
        store.correct(
                saved,
                (moves ? name(corrected.organization()) : "") + " "
                        + rules.services().title(corrected.service()));
        changes.forEach(change -> store.add(number, change));
        if (moves) {
            sharings.keep(number, elsewhere(sharings.of(number)));
            if (!corrected.email().equals(ticket.email())) {
                mails.opened(number, corrected.title(), corrected.email(), by);
            }
        }
    }

    private Ticket corrected(Ticket ticket, Correction asked, Rulebook rules) {
        Category category = rules.category(asked.category())
                .filter(one -> !one.retired() || one.id() == ticket.category())
                .orElseThrow(() -> Refusal.inField("category", "tickets.category.unknown", asked.category()));
        Organization body = organizations
                .find(asked.organization())
                .orElseThrow(() -> Refusal.inField("organizationId", "tickets.organization"));
        String title = Tickets.title(asked.title());
        String service = rules.services().code(Tickets.shortened(asked.service()));
        String protocol = Tickets.shortened(asked.protocol());
        TicketNumber number = ticket.number();
        if (body.id().equals(ticket.organization()) || citizens.body(number).isPresent()) {
            return ticket.corrected(
                    asked.type(),
                    category.id(),
                    title,
                    service,
                    protocol,
                    body.id(),
                    ticket.requester(),
                    ticket.username(),
                    ticket.email());
        }
        if (requests.has(number)) {
            throw Refusal.inField("organizationId", "tickets.correct.request");
        }
        String email = asked.email().strip();
        if (!email.isEmpty() && !EmailAddress.isOne(email)) {
            throw Refusal.inField("email", "tickets.email", email);
        }
        String requester = Tickets.shortened(asked.requester());
        return ticket.corrected(
                asked.type(),
                category.id(),
                title,
                service,
                protocol,
                body.id(),
                requester.isEmpty() ? body.fullName() : requester,
                null,
                email);
    }

    private static ServiceLevel level(Ticket corrected, Correction asked, Rulebook rules) {
        if (!asked.level()) {
            return rules.level(corrected.level());
        }
        if (!corrected.state().isOpen()) {
            throw Refusal.inField(
                    "level", "tickets.correct.level", corrected.state().label());
        }
        return rules.level(rules.category(corrected.category()), corrected.urgency(), corrected.service());
    }

    private List<TicketEvent> changes(
            Ticket before, Ticket after, ServiceLevel level, Rulebook rules, String why, Author by, Instant at) {
        List<TicketEvent> changes = new ArrayList<>();
        record Change(TicketEvent.Kind kind, String before, String after) {}
        List<Change> all = List.of(
                new Change(
                        TicketEvent.Kind.TYPE,
                        before.type().label(),
                        after.type().label()),
                new Change(
                        TicketEvent.Kind.CATEGORY,
                        rules.title(rules.category(before.category())),
                        rules.title(rules.category(after.category()))),
                new Change(TicketEvent.Kind.TITLE, before.title(), after.title()),
                new Change(
                        TicketEvent.Kind.SERVICE,
                        rules.services().title(before.service()),
                        rules.services().title(after.service())),
                new Change(TicketEvent.Kind.PROTOCOL, before.protocol(), after.protocol()),
                new Change(TicketEvent.Kind.BODY, name(before.organization()), name(after.organization())),
                new Change(TicketEvent.Kind.REQUESTER, before.requester(), after.requester()),
                new Change(TicketEvent.Kind.LEVEL, rules.level(before.level()).name(), level.name()));
        for (Change one : all) {
            if (!one.before.equals(one.after)) {
                changes.add(new TicketEvent(0, at, one.kind, one.before, one.after, why, by.username(), by.name()));
            }
        }
        return changes;
    }

    private String name(OrganizationId body) {
        return organizations.names(Set.of(body)).getOrDefault(body, "");
    }

    /** Who sees it in another body: nobody there was named, and what only its requester saw stays so. */
    private static Sharing elsewhere(Sharing before) {
        return new Sharing(
                before.audience() == Audience.BODY ? Audience.BODY : Audience.OWN, before.confidential(), List.of());
    }
}
