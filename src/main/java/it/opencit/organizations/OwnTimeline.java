// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.organizations.BodyPersonStore.Stored;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What this module knows of a body, by date: its figures, its people, its memberships, its imports. */
@Component
class OwnTimeline implements TimelineSource {

    private final FigureStore figures;
    private final FigureKinds kinds;
    private final BodyPersonStore persons;
    private final MembershipStore memberships;
    private final ImportStore imports;
    private final Clock clock;

    OwnTimeline(
            FigureStore figures,
            FigureKinds kinds,
            BodyPersonStore persons,
            MembershipStore memberships,
            ImportStore imports,
            Clock clock) {
        this.figures = figures;
        this.kinds = kinds;
        this.persons = persons;
        this.memberships = memberships;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public List<TimelineEntry> of(OrganizationId organization) {
        List<TimelineEntry> entries = new ArrayList<>();
        Function<String, String> labels = kinds.labels();
        figures.history(organization).forEach(recorded -> entries.add(figure(recorded, labels)));
        persons.of(organization).forEach(stored -> person(entries, stored));
        memberships.of(organization).forEach(membership -> membership(entries, organization, membership));
        imports.outcomesOf(organization)
                .forEach(outcome -> entries.add(new TimelineEntry(
                        LocalDate.ofInstant(outcome.at(), Italian.ROME),
                        "Importazione",
                        outcome.source().label(),
                        outcome.outcome() + " (" + outcome.by() + ")",
                        null)));
        return entries;
    }

    private static TimelineEntry figure(FigureStore.Recorded recorded, Function<String, String> labels) {
        Figure figure = recorded.figure();
        String mark = figure.mark() == null ? "" : " (" + figure.mark() + ")";
        String title = labels.apply(figure.kind()) + ": " + Italian.number(figure.value()) + mark;
        String story = "Fonte: " + figure.source() + ". Registrato il " + Italian.moment(recorded.recordedAt()) + " da "
                + recorded.recordedBy() + ".";
        return recorded.supersededAt() == null
                ? new TimelineEntry(figure.date(), "Dato", title, story, null)
                : new TimelineEntry(
                        figure.date(),
                        "Dato corretto",
                        title,
                        story + " Corretto il " + Italian.moment(recorded.supersededAt()) + " da "
                                + recorded.supersededBy() + ".",
                        null);
    }

    private void person(List<TimelineEntry> entries, Stored stored) {
        BodyPerson person = stored.person();
        String who = person.role().label() + ": " + person.name();
        entries.add(new TimelineEntry(person.term().from(), "Persone", who + ", inizio incarico", "", null));
        LocalDate end = person.term().to();
        if (end != null && !end.isAfter(LocalDate.now(clock))) {
            entries.add(new TimelineEntry(end, "Persone", who + ", fine incarico", "", null));
        }
    }

    private void membership(List<TimelineEntry> entries, OrganizationId organization, Membership membership) {
        boolean member = membership.member().id().equals(organization);
        Membership.Member other = member ? membership.aggregation() : membership.member();
        String page = "/gestione/enti/" + other.id();
        entries.add(new TimelineEntry(
                membership.period().from(),
                "Appartenenza",
                (member ? "Entra in " : "Entra ") + other.name(),
                "",
                page));
        LocalDate end = membership.period().to();
        if (end != null && !end.isAfter(LocalDate.now(clock))) {
            entries.add(
                    new TimelineEntry(end, "Appartenenza", (member ? "Esce da " : "Esce ") + other.name(), "", page));
        }
    }
}
