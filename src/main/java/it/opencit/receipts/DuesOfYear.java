// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The quotas of all members for one year, by name of the member. */
public record DuesOfYear(int year, List<MembershipDue> dues) {

    /** The sum of what could be computed. */
    public Euro total() {
        return Euro.sum(dues.stream()
                .map(MembershipDue::amount)
                .filter(Objects::nonNull)
                .toList());
    }

    /** How many cannot be computed yet. */
    public long refused() {
        return dues.stream().filter(due -> due.amount() == null).count();
    }

    /** The quota of one member. */
    public Optional<MembershipDue> of(OrganizationId organization) {
        return dues.stream()
                .filter(due -> due.beneficiary().id().equals(organization))
                .findFirst();
    }

    /** What each payer owes altogether, with the members it pays for. */
    public List<PayerTotal> byPayer() {
        Map<OrganizationId, PayerTotal> totals = new LinkedHashMap<>();
        for (MembershipDue due : dues) {
            for (Payer payer : due.payers()) {
                totals.merge(
                        payer.organization(),
                        new PayerTotal(payer.organization(), payer.name(), payer.amount(), 1),
                        PayerTotal::plus);
            }
        }
        return List.copyOf(totals.values());
    }

    /**
     * What one body pays for a year.
     *
     * @param members how many quotas it pays, its own among them
     */
    public record PayerTotal(OrganizationId payer, String name, Euro amount, int members) {

        PayerTotal plus(PayerTotal other) {
            return new PayerTotal(payer, name, amount.plus(other.amount), members + other.members);
        }
    }
}
