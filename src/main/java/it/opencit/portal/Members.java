// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.agreements.ActiveAccession;
import it.opencit.agreements.Agreements;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has joined the centre: what anybody may know of it. */
@Component
@Transactional(readOnly = true)
class Members {

    private final Agreements agreements;
    private final Organizations organizations;
    private final Clock clock;

    Members(Agreements agreements, Organizations organizations, Clock clock) {
        this.agreements = agreements;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * A member of today.
     *
     * @param since first day of the convention in force
     * @param residents the latest number known; {@code null} for none
     * @param countedOn when they were counted
     */
    record Member(
            Organization body,
            LocalDate since,
            @Nullable Long residents,
            @Nullable LocalDate countedOn) {}

    /** Which bodies are members today. One query. */
    Set<OrganizationId> joined() {
        return since(LocalDate.now(clock)).keySet();
    }

    private Map<OrganizationId, LocalDate> since(LocalDate today) {
        Map<OrganizationId, LocalDate> since = new LinkedHashMap<>();
        for (ActiveAccession accession : agreements.activeIn(today.getYear())) {
            if (accession.membership().contains(today)) {
                since.merge(
                        accession.organization(),
                        accession.membership().from(),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return since;
    }

    /** By kind and name. Three queries. */
    List<Member> today() {
        LocalDate today = LocalDate.now(clock);
        Map<OrganizationId, LocalDate> since = since(today);
        FigureBook figures = organizations.figures(since.keySet());
        Collator order = Collator.getInstance(Locale.ITALIAN);
        return organizations.all(since.keySet()).stream()
                .map(body -> member(body, java.util.Objects.requireNonNull(since.get(body.id())), figures, today))
                .sorted(Comparator.comparing((Member one) -> one.body().kind())
                        .thenComparing(one -> one.body().name(), order))
                .toList();
    }

    private static Member member(Organization body, LocalDate since, FigureBook figures, LocalDate today) {
        Figure residents =
                figures.latest(body.id(), FigureKind.RESIDENTS, today).orElse(null);
        return new Member(
                body,
                since,
                residents == null ? null : residents.value().longValue(),
                residents == null ? null : residents.date());
    }

    /** Residents of the Comuni among them: those of a Unione live in Comuni. */
    static long residents(List<Member> members) {
        return members.stream()
                .filter(one -> one.body().kind() == OrganizationKind.COMUNE)
                .mapToLong(one -> one.residents() == null ? 0 : one.residents())
                .sum();
    }
}
