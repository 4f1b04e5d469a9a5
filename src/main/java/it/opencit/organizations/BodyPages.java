// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.organizations.pages.BodyPage;
import it.opencit.organizations.pages.BodyPage.Fact;
import it.opencit.organizations.pages.BodyPage.FigureLine;
import it.opencit.organizations.pages.BodyPage.MembershipLine;
import it.opencit.organizations.pages.BodyPage.PersonLine;
import it.opencit.organizations.pages.BodyPage.TimelineLine;
import it.opencit.shared.NotFound;
import it.opencit.shared.Period;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers everything about a body for its page, also what other modules know of it. */
@Service
class BodyPages {

    private final OrganizationStore store;
    private final FigureStore figures;
    private final FigureKinds kinds;
    private final BodyPersonStore persons;
    private final MembershipStore memberships;
    private final List<TimelineSource> sources;
    private final Clock clock;

    BodyPages(
            OrganizationStore store,
            FigureStore figures,
            FigureKinds kinds,
            BodyPersonStore persons,
            MembershipStore memberships,
            List<TimelineSource> sources,
            Clock clock) {
        this.store = store;
        this.figures = figures;
        this.kinds = kinds;
        this.persons = persons;
        this.memberships = memberships;
        this.sources = sources;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public BodyPage of(OrganizationId id, boolean mayWrite) {
        Organization organization = store.find(id).orElseThrow(() -> new NotFound("Body " + id));
        List<Membership> all = memberships.of(id);
        return new BodyPage(
                id.value(),
                organization.fullName(),
                organization.kind().label(),
                facts(organization.details()),
                figures(id),
                persons.of(id).stream().map(this::person).toList(),
                all.stream()
                        .filter(membership -> membership.member().id().equals(id))
                        .map(membership -> line(membership, membership.aggregation()))
                        .toList(),
                all.stream()
                        .filter(membership -> membership.aggregation().id().equals(id))
                        .map(membership -> line(membership, membership.member()))
                        .toList(),
                timeline(id),
                mayWrite);
    }

    private static List<Fact> facts(OrganizationDetails details) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Codice ISTAT", details.istatCode(), null);
        add(facts, "Codice catastale", details.cadastralCode(), null);
        add(facts, "Codice IPA", details.ipaCode(), null);
        add(facts, "Codice fiscale", details.taxCode(), null);
        add(facts, "Partita IVA", details.vatNumber(), null);
        add(facts, "Domicilio digitale (PEC)", details.digitalDomicile(), "mailto:" + details.digitalDomicile());
        add(facts, "Codice univoco ufficio", details.invoiceOffice(), null);
        add(facts, "Sede", details.seat().inOneLine(), null);
        add(facts, "Sito", details.website(), Websites.address(details.website()));
        add(facts, "Note", details.notes(), null);
        return facts;
    }

    private static void add(List<Fact> facts, String label, @Nullable Object value, @Nullable String address) {
        if (value != null && !value.toString().isEmpty()) {
            facts.add(new Fact(label, value.toString(), address));
        }
    }

    private List<FigureLine> figures(OrganizationId id) {
        Function<String, String> labels = kinds.labels();
        return figures.of(List.of(id)).getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(Figure::kind)
                        .reversed()
                        .thenComparing(Figure::date, Comparator.reverseOrder()))
                .map(figure -> new FigureLine(
                        labels.apply(figure.kind()),
                        Italian.number(figure.value()),
                        Italian.date(figure.date()),
                        figure.source(),
                        figure.mark() == null ? "" : figure.mark(),
                        "/gestione/enti/" + id + "/dati/nuovo?kind=" + figure.kind() + "&date=" + figure.date()))
                .toList();
    }

    private PersonLine person(BodyPersonStore.Stored stored) {
        BodyPerson person = stored.person();
        return new PersonLine(
                stored.id(),
                person.role().label(),
                person.office(),
                person.name(),
                person.email(),
                person.phone(),
                text(person.term()),
                goesOn(person.term()));
    }

    private MembershipLine line(Membership membership, Membership.Member other) {
        return new MembershipLine(
                membership.id(),
                other.name(),
                "/gestione/enti/" + other.id(),
                text(membership.period()),
                goesOn(membership.period()));
    }

    private List<TimelineLine> timeline(OrganizationId id) {
        return sources.stream()
                .flatMap(source -> source.of(id).stream())
                .sorted(Comparator.comparing(TimelineEntry::date).reversed())
                .map(entry -> new TimelineLine(
                        Italian.date(entry.date()), entry.topic(), entry.title(), entry.detail(), entry.address()))
                .toList();
    }

    private boolean goesOn(Period period) {
        LocalDate end = period.to();
        return end == null || !end.isBefore(LocalDate.now(clock));
    }

    private static String text(Period period) {
        LocalDate end = period.to();
        return "dal " + Italian.date(period.from()) + (end == null ? "" : " al " + Italian.date(end));
    }
}
