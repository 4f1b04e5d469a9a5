// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Percentage;

/**
 * A body that pays part of another's quota: usually the Unione or Comunità montana that joined for its members.
 *
 * @param payer who pays
 * @param share of the beneficiary's quota, above 0 and up to 100 per cent
 */
public record PayerShare(OrganizationId payer, Percentage share) {

    public PayerShare {
        if (!share.isShare() || share.value().signum() == 0) {
            throw new IllegalArgumentException("A payer takes more than 0 and up to 100 per cent, got " + share);
        }
    }
}
