// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.tickets.ServiceLevel.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the API writes it.
 *
 * @param service code of the one concerned, or words where the catalogue has it not; "" for none
 * @param answers in the own fields of its category, in their order
 * @param formVersion of those fields; {@code null} where the category had none
 * @param visibility who sees it in the body
 * @param office of the body that sees it, for {@code OFFICE}; "" else
 * @param observers names of those of the body who follow it
 * @param assignee {@code null} for nobody, and always for a body's person
 * @param allowed the states that can follow
 * @param mergedInto the ticket with which a duplicate goes on
 * @param links tickets that it has to do with; none for a body's person
 * @param entries in the order in which they were written
 */
record ApiTicket(
        TicketNumber number,
        TicketType type,
        String category,
        Urgency urgency,
        TicketState state,
        String title,
        String description,
        OrganizationId organizationId,
        String organization,
        String requester,
        String service,
        String serviceTitle,
        String protocol,
        List<CategoryTemplate.Answered> answers,
        @Nullable Integer formVersion,
        Audience visibility,
        String office,
        boolean confidential,
        List<String> observers,
        @Nullable ApiAssignee assignee,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant takenAt,
        @Nullable Instant solvedAt,
        @Nullable Instant closedAt,
        Targets targets,
        List<TicketState> allowed,
        List<ApiEntry> entries,
        List<ApiAttachment> attachments,
        List<ApiEvent> events,
        List<ApiLink> links,
        @Nullable TicketNumber mergedInto,
        int version) {

    /** Who has it. */
    record ApiAssignee(Assignee.Kind kind, String code, String name) {

        static @Nullable ApiAssignee of(@Nullable Assignee assignee) {
            return assignee == null ? null : new ApiAssignee(assignee.kind(), assignee.code(), assignee.name());
        }
    }

    /** What was promised, and how it stands. */
    record Targets(ApiTarget takeInCharge, ApiTarget solution) {}

    /**
     * A promise.
     *
     * @param due {@code null} while the clock stands with time left
     * @param kept {@code null} while nobody can say
     */
    record ApiTarget(
            long minutes,
            @Nullable Instant due,
            @Nullable Instant reachedAt,
            @Nullable Boolean kept) {

        static ApiTarget of(Promise promise) {
            return new ApiTarget(promise.promised().toMinutes(), promise.due(), promise.reached(), promise.kept());
        }
    }

    /** What was written, and on which ticket: another one where a duplicate was merged into it. */
    record ApiEntry(
            TicketNumber ticket, Instant at, Visibility visibility, boolean office, String author, String text) {}

    /** A ticket that it has to do with, and what that is to it. */
    record ApiLink(
            Relation relation, TicketNumber number, TicketState state, String title, OrganizationId organizationId) {}

    /** A file. */
    record ApiAttachment(TicketNumber ticket, String id, Instant at, Visibility visibility, String name, long size) {}

    /** What changed. */
    record ApiEvent(Instant at, TicketEvent.Kind kind, String before, String after, String reason, String actor) {}

    /** The clock, line by line, with the sums. */
    record Clock(
            TicketNumber number,
            Instant at,
            boolean running,
            List<Line> ledger,
            List<Held> held,
            ClockTarget takeInCharge,
            ClockTarget solution) {

        /**
         * For how much working time somebody had it.
         *
         * @param holder as the history reads; "" for nobody yet
         */
        record Held(String holder, Duration worked) {}

        /**
         * A stretch of the clock.
         *
         * @param worked working time of the stretch
         * @param elapsed working time from the opening to its end
         */
        record Line(
                Instant from,
                Instant to,
                boolean running,
                String why,
                int calendarVersion,
                String serviceLevel,
                int serviceLevelVersion,
                Duration worked,
                Duration elapsed) {}

        /**
         * The sum of a promise: {@code promised - elapsed = remaining}.
         *
         * @param sum the same in words
         */
        record ClockTarget(
                Duration promised,
                Duration elapsed,
                Duration remaining,
                @Nullable Instant due,
                @Nullable Instant reachedAt,
                String sum) {

            static ClockTarget of(Promise promise) {
                return new ClockTarget(
                        promise.promised(),
                        promise.elapsed(),
                        promise.remaining(),
                        promise.due(),
                        promise.reached(),
                        ClockWords.sum(promise));
            }
        }

        static Clock of(WholeTicket whole, Instant now) {
            Ledger ledger = whole.ledger();
            return new Clock(
                    whole.ticket().number(),
                    now,
                    ledger.last().running(),
                    ledger.segments(now).stream()
                            .map(segment -> new Line(
                                    segment.mark().at(),
                                    segment.to(),
                                    segment.mark().running(),
                                    segment.mark().why(),
                                    segment.mark().calendar().number(),
                                    segment.mark().level().title(),
                                    segment.mark().level().version(),
                                    segment.worked(),
                                    segment.elapsed()))
                            .toList(),
                    Holding.of(ledger, whole.events(), now).stream()
                            .map(one -> new Held(one.holder(), one.worked()))
                            .toList(),
                    ClockTarget.of(Promise.of(Target.TAKE_IN_CHARGE, whole.ticket(), ledger, now)),
                    ClockTarget.of(Promise.of(Target.SOLUTION, whole.ticket(), ledger, now)));
        }
    }

    static ApiTicket of(TicketReader.Found found, Instant now, boolean office) {
        Ticket ticket = found.whole().ticket();
        Ledger ledger = found.whole().ledger();
        return new ApiTicket(
                ticket.number(),
                ticket.type(),
                found.rules().category(ticket.category()).code(),
                ticket.urgency(),
                ticket.state(),
                ticket.title(),
                ticket.description(),
                ticket.organization(),
                found.body(),
                ticket.requester(),
                found.rules().services().code(ticket.service()),
                found.rules().services().title(ticket.service()),
                ticket.protocol(),
                found.rules().answered(found.whole().filled()),
                found.rules()
                        .template(found.whole().filled())
                        .map(CategoryTemplate::version)
                        .orElse(null),
                found.whole().sharing().audience(),
                found.whole().sharing().office(),
                found.whole().sharing().confidential(),
                found.whole().sharing().observers().stream().map(Observer::name).toList(),
                office ? ApiAssignee.of(ticket.assignee()) : null,
                ticket.opened(),
                ticket.changed(),
                ticket.taken(),
                ticket.solved(),
                ticket.closed(),
                new Targets(
                        ApiTarget.of(Promise.of(Target.TAKE_IN_CHARGE, ticket, ledger, now)),
                        ApiTarget.of(Promise.of(Target.SOLUTION, ticket, ledger, now))),
                ticket.mergedInto() != null
                        ? List.of()
                        : office ? ticket.state().next() : BodyActs.allowed(ticket.state()),
                found.whole().all().stream()
                        .flatMap(one -> one.entries().stream()
                                .map(entry -> new ApiEntry(
                                        one.ticket().number(),
                                        entry.at(),
                                        entry.visibility(),
                                        entry.fromOffice(),
                                        office || !entry.fromOffice() ? entry.authorName() : "",
                                        entry.text())))
                        .sorted(Comparator.comparing(ApiEntry::at))
                        .toList(),
                found.whole().all().stream()
                        .flatMap(one -> one.attachments().stream()
                                .map(file -> new ApiAttachment(
                                        one.ticket().number(),
                                        Long.toString(file.file()),
                                        file.at(),
                                        file.visibility(),
                                        file.name(),
                                        file.size())))
                        .toList(),
                found.whole().events().stream()
                        .filter(event -> office
                                || event.kind() == TicketEvent.Kind.OPENED
                                || event.kind() == TicketEvent.Kind.STATE)
                        .map(event -> new ApiEvent(
                                event.at(),
                                event.kind(),
                                event.before(),
                                event.after(),
                                office ? event.reason() : "",
                                office ? event.actor() : ""))
                        .toList(),
                found.whole().links().stream()
                        .map(link -> new ApiLink(
                                link.relation(),
                                new TicketNumber(link.number()),
                                link.state(),
                                link.title(),
                                new OrganizationId(link.organization())))
                        .toList(),
                ticket.mergedInto(),
                ticket.version());
    }

    /** A line of the list. */
    record Summary(
            TicketNumber number,
            TicketType type,
            String category,
            Urgency urgency,
            TicketState state,
            String title,
            OrganizationId organizationId,
            String organization,
            String requester,
            @Nullable ApiAssignee assignee,
            Instant openedAt,
            Instant changedAt,
            @Nullable Instant due) {

        static Summary of(TicketLine line, TicketReader.Page page, boolean office) {
            return new Summary(
                    line.number(),
                    line.type(),
                    page.rules().category(line.category()).code(),
                    line.urgency(),
                    line.state(),
                    line.title(),
                    line.organization(),
                    page.body(line),
                    line.requester(),
                    office ? ApiAssignee.of(line.assignee()) : null,
                    line.opened(),
                    line.changed(),
                    line.due());
        }
    }

    /** A page of the list. */
    record ApiTickets(List<Summary> items, @Nullable String next) {

        static ApiTickets of(TicketReader.Page page, boolean office) {
            Position next = page.next();
            return new ApiTickets(
                    page.lines().stream()
                            .map(line -> Summary.of(line, page, office))
                            .toList(),
                    next == null ? null : next.write());
        }
    }
}
