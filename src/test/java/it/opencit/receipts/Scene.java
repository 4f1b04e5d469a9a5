// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.AccessionId;
import it.opencit.agreements.AgreementKind;
import it.opencit.agreements.Agreements;
import it.opencit.agreements.ApprovingBody;
import it.opencit.agreements.CompletedAccession;
import it.opencit.agreements.PayerRule;
import it.opencit.agreements.RenewalMode;
import it.opencit.agreements.Scheme;
import it.opencit.agreements.SchemeId;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Percentage;
import it.opencit.shared.Period;
import it.opencit.shared.ProtocolNumber;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A small centre of its own: the convention of Brescia 2015-2020, a few bodies with round figures. */
final class Scene {

    static final String TARIFF = "brescia-2015-2020/quota";
    private static final LocalDate DATE = LocalDate.of(2013, 12, 31);

    private final Organizations organizations;
    private final Agreements agreements;
    private final Tariffs tariffs;

    Scene(Organizations organizations, Agreements agreements, Tariffs tariffs) {
        this.organizations = organizations;
        this.agreements = agreements;
        this.tariffs = tariffs;
    }

    SchemeId scheme() {
        return agreements.schemes().stream()
                .map(stored -> stored.id())
                .findFirst()
                .orElseGet(() -> {
                    tariffs.adoptTariff(TARIFF);
                    return agreements.addScheme(new Scheme(
                            "Convenzione di prova 2015-2020",
                            AgreementKind.CONVENZIONE_ART_30_TUEL,
                            new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2020, 12, 31)),
                            null,
                            RenewalMode.EXPRESS,
                            "",
                            TARIFF,
                            "",
                            ""));
                });
    }

    /** A Comune that joined at the beginning of 2015. */
    OrganizationId member(String name, @Nullable Integer residents, int businesses) {
        OrganizationId body = organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, name));
        if (residents != null) {
            figure(body, FigureKind.RESIDENTS, residents);
        }
        figure(body, FigureKind.BUSINESSES, businesses);
        join(body);
        return body;
    }

    OrganizationId unione(String name) {
        return organizations.add(OrganizationDetails.of(OrganizationKind.UNIONE, name));
    }

    void figure(OrganizationId body, String kind, int value) {
        organizations.record(body, new Figure(kind, DATE, BigDecimal.valueOf(value), "Comune", null));
    }

    AccessionId join(OrganizationId body) {
        LocalDate day = LocalDate.of(2015, 1, 14);
        return agreements.addCompleted(new CompletedAccession(
                scheme(),
                body,
                ApprovingBody.COUNCIL,
                "1",
                day.minusDays(30),
                day.minusDays(27),
                false,
                "Anna Prova",
                "Sindaco",
                day,
                day,
                ProtocolNumber.of("0000001"),
                day,
                new Period(day, LocalDate.of(2020, 12, 31)),
                ""));
    }

    void letPay(OrganizationId payer, OrganizationId beneficiary, String percent) {
        AccessionId accession = agreements.accessionsOf(beneficiary).getFirst().id();
        agreements.addPayer(accession, new PayerRule(payer, Percentage.of(percent), 2015, 2020, "Accordo"));
    }
}
