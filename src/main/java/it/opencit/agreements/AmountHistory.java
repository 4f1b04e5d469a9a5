// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member owed year by year ("storico entrate"); whoever knows amounts declares a bean. Called inside a transaction. */
public interface AmountHistory {

    /** The amounts of a body, the latest year first; empty when nothing is known. */
    List<YearlyAmount> of(OrganizationId beneficiary);

    /**
     * What one body pays for a member in a year.
     *
     * @param note in Italian, "" for none
     * @param address of the page that explains it, or {@code null}
     */
    record YearlyAmount(
            OrganizationId beneficiary,
            OrganizationId payer,
            int year,
            Euro amount,
            String note,
            @Nullable String address) {}
}
