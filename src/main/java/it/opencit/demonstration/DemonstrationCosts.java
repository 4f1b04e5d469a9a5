// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.centres.Centre;
import it.opencit.costs.Cost;
import it.opencit.costs.CostKind;
import it.opencit.costs.Costs;
import it.opencit.costs.IncomeSource;
import it.opencit.costs.OtherIncome;
import it.opencit.shared.Euro;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the centre of Brescia spends: invented, since no source says it, and marked so. */
@Component
@Order(595)
class DemonstrationCosts implements DemonstrationPart {

    private static final String ACT = "Importo dimostrativo";

    private final Costs costs;
    private final Catalogue catalogue;

    DemonstrationCosts(Costs costs, Catalogue catalogue) {
        this.costs = costs;
        this.catalogue = catalogue;
    }

    @Override
    public void load(Centre centre) {
        if (!centre.code().equals("brescia")) {
            return;
        }
        List<Cost> all = new ArrayList<>();
        for (int year = 2017; year <= 2019; year++) {
            int grows = year - 2017;
            all.add(cost(year, CostKind.PERSONNEL, null, "Quattro persone del centro", 158_000 + 2_400 * grows));
            all.add(cost(year, CostKind.INFRASTRUCTURE, null, "Server, connettività e dominio", 18_500 + 700 * grows));
            all.add(cost(year, CostKind.GENERAL, null, "Locali, formazione e spese generali", 9_300));
            all.add(cost(
                    year, CostKind.SUPPLIES, "pagopa", "Canone della piattaforma di pagamento", 7_200 + 600 * grows));
            all.add(cost(year, CostKind.SUPPLIES, "portale", "Manutenzione dei portali comunali", 4_100));
            all.add(cost(year, CostKind.SUPPLIES, "pec", "Caselle di posta certificata", 2_650));
            all.add(cost(year, CostKind.SUPPLIES, "firma-digitale", "Kit e certificati di firma", 6_400 + 300 * grows));
            all.add(cost(year, CostKind.SUPPLIES, "telemaco", "Consultazioni della banca dati", 3_900));
            costs.record(new OtherIncome(
                    year, IncomeSource.LEAD_BODY, "Contributo della Provincia", Euro.of("12000.00"), ACT));
        }
        costs.record(all);
    }

    private Cost cost(int year, CostKind kind, @Nullable String offering, String description, int euro) {
        return new Cost(
                year,
                kind,
                offering == null
                        ? null
                        : catalogue.byCode(offering).map(Offering::id).orElse(null),
                description,
                new Euro(euro * 100L),
                ACT);
    }
}
