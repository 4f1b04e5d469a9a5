// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules on who pays: the beneficiary pays what nobody else takes upon itself. */
final class SubscriptionPayers {

    private SubscriptionPayers() {}

    /** @throws Refusal when they take more than the whole, one is there twice, or one is the beneficiary */
    static void check(OrganizationId beneficiary, List<PayerShare> shares) {
        Set<OrganizationId> seen = new HashSet<>();
        for (PayerShare share : shares) {
            if (share.payer().equals(beneficiary)) {
                throw Refusal.inField("payers", "subscriptions.payer.itself");
            }
            if (!seen.add(share.payer())) {
                throw Refusal.inField("payers", "subscriptions.payer.twice");
            }
        }
        BigDecimal total = shares.stream().map(share -> share.share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw Refusal.inField("payers", "subscriptions.payer.too-much", new Percentage(total).inItalian());
        }
    }
}
