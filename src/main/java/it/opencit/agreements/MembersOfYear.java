// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.tariffs.MemberSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the tariff laboratory who is a member. */
@Component
class MembersOfYear implements MemberSource {

    private final Agreements agreements;

    MembersOfYear(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public Set<OrganizationId> membersIn(int year) {
        return agreements.activeIn(year).stream()
                .map(ActiveAccession::organization)
                .collect(Collectors.toSet());
    }
}
