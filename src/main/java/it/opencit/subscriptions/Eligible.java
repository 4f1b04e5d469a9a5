// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.ActiveAccession;
import it.opencit.agreements.Agreements;
import it.opencit.catalogue.Offering;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a body may ask for a service on a day: the service is offered, and the body is one of those it is for. */
@Component
@Transactional(readOnly = true)
class Eligible {

    private final Agreements agreements;
    private final Organizations organizations;

    Eligible(Agreements agreements, Organizations organizations) {
        this.agreements = agreements;
        this.organizations = organizations;
    }

    /** What decides for one body, read once for many services. */
    Body body(OrganizationId id, LocalDate day) {
        FigureBook figures = organizations.figures(List.of(id));
        Long residents = figures.latest(id, FigureKind.RESIDENTS, day)
                .map(figure -> figure.value().longValue())
                .orElse(null);
        boolean member = agreements.activeIn(day.getYear()).stream()
                .filter(accession -> accession.organization().equals(id))
                .map(ActiveAccession::membership)
                .anyMatch(membership -> membership.contains(day));
        return new Body(organizations.get(id), member, residents, day);
    }

    /**
     * A body on a day.
     *
     * @param residents the latest known; {@code null} when not known
     */
    record Body(
            Organization body,
            boolean member,
            @org.jspecify.annotations.Nullable Long residents,
            LocalDate day) {

        /** Why it may not ask; nothing when it may. */
        Optional<Refusal> refusal(Offering offering) {
            if (!offering.offered().contains(day)) {
                return Optional.of(new Refusal("subscriptions.offering.not-offered", offering.title()));
            }
            return offering.eligibility().refusal(body, member, residents);
        }
    }
}
