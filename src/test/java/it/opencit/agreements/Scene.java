// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Period;
import it.opencit.shared.ProtocolNumber;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Bodies and schemes of the centre of the Colli, new for each test since all share one database. */
final class Scene {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Organizations organizations;
    private final Agreements agreements;

    Scene(Organizations organizations, Agreements agreements) {
        this.organizations = organizations;
        this.agreements = agreements;
    }

    OrganizationId comune(String name) {
        return body(OrganizationKind.COMUNE, name);
    }

    OrganizationId body(OrganizationKind kind, String name) {
        return organizations.add(OrganizationDetails.of(kind, name + " " + NUMBER.incrementAndGet()));
    }

    SchemeId scheme() {
        return scheme(new Period(day("2015-01-01"), day("2020-12-31")));
    }

    SchemeId scheme(Period period) {
        return agreements.addScheme(new Scheme(
                "Convenzione dei Colli " + NUMBER.incrementAndGet(),
                AgreementKind.CONVENZIONE_ART_30_TUEL,
                period,
                null,
                RenewalMode.EXPRESS,
                "",
                "colli/quota",
                "Consiglio n. 29/2014",
                ""));
    }

    AccessionId member(OrganizationId body, SchemeId scheme, String from, @Nullable String to) {
        return agreements.addCompleted(completed(body, scheme, from, to));
    }

    static CompletedAccession completed(OrganizationId body, SchemeId scheme, String from, @Nullable String to) {
        LocalDate first = day(from);
        return new CompletedAccession(
                scheme,
                body,
                ApprovingBody.COUNCIL,
                "12",
                first.minusDays(30),
                first.minusDays(28),
                false,
                "Bruno Bianchi",
                "Sindaco",
                first,
                first,
                new ProtocolNumber("00002619"),
                first,
                new Period(first, to == null ? null : day(to)),
                "");
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
