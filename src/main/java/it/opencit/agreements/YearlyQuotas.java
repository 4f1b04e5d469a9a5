// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Tariff;
import java.util.Optional;

/** What the yearly quota of the conventions comes to, and why; whoever computes amounts declares a bean. */
public interface YearlyQuotas {

    /**
     * The quota that a body owes for a year or, when it is no member in that year, would owe by joining today.
     *
     * @return empty when there is no quota, or several conventions that it could join
     */
    Optional<YearlyQuota> of(OrganizationId body, int year);

    /**
     * A quota.
     *
     * @param scheme title of the convention, Italian
     * @param member whether the body is a member in that year
     * @param outcome the amount with every step of its explanation, or why there is none
     */
    record YearlyQuota(String scheme, boolean member, Tariff tariff, Outcome outcome) {}
}
