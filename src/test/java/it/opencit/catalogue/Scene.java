// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Period;
import java.time.LocalDate;
import java.util.List;

/** Services and contracts that the tests of this module begin from. */
final class Scene {

    private Scene() {}

    /** A yearly service of the quota, without prices. */
    static OfferingDetails service(String code) {
        return service(code, List.of());
    }

    static OfferingDetails service(String code, List<PriceRule> prices) {
        return new OfferingDetails(
                code,
                "Servizio " + code,
                "",
                OfferingClass.BASE,
                OfferingLevel.BASE,
                OfferingArea.MANAGEMENT,
                FeeKind.YEARLY,
                Continuation.CONFIRMED,
                prices,
                Eligibility.MEMBERS,
                AllowanceSharing.EACH,
                "",
                null,
                new Period(LocalDate.of(2015, 1, 1), null));
    }

    /** The contract of the next three years. */
    static ContractDetails renewal(ContractDetails details, ContractId renewed) {
        return new ContractDetails(
                details.supplier(),
                details.object(),
                details.offerings(),
                new Period(details.endsOn().plusDays(1), details.endsOn().plusYears(3)),
                details.noticeDays(),
                null,
                null,
                "",
                "",
                null,
                renewed);
    }
}
