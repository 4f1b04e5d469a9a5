// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import java.util.List;

/** When a body may become part of another. */
final class MembershipRule {

    private MembershipRule() {}

    /**
     * Checks a new membership against those the member has.
     *
     * @throws Refusal when it cannot be
     */
    static void check(Organization aggregation, Organization member, Period period, List<Membership> present) {
        if (aggregation.kind() == OrganizationKind.COMUNE) {
            throw Refusal.inField("aggregation", "organizations.membership.comune", aggregation.fullName());
        }
        if (aggregation.id().equals(member.id())) {
            throw Refusal.inField("member", "organizations.membership.itself", member.fullName());
        }
        for (Membership other : present) {
            if (!other.member().id().equals(member.id()) || !other.period().overlaps(period)) {
                continue;
            }
            if (other.aggregation().id().equals(aggregation.id())) {
                throw Refusal.inField(
                        "from", "organizations.membership.twice", member.fullName(), aggregation.fullName());
            }
            if (member.kind() == OrganizationKind.COMUNE
                    && aggregation.kind() == OrganizationKind.UNIONE
                    && other.aggregation().kind() == OrganizationKind.UNIONE) {
                // Art. 32 c. 2 TUEL: each Comune may be part of one Unione only.
                throw Refusal.inField(
                        "from",
                        "organizations.membership.one-unione",
                        member.fullName(),
                        other.aggregation().name());
            }
        }
    }
}
