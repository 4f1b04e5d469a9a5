// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.agreements.AccessionState.Active;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A Unione or Comunità montana joins for its members: each of them becomes a member of the scheme by the same acts, and
 * the aggregation pays all or part of its quota.
 */
@Service
@Transactional
class MembersJoining {

    private final Accessions accessions;
    private final AccessionStore store;
    private final Payers payers;
    private final Organizations organizations;
    private final Clock clock;

    MembersJoining(
            Accessions accessions, AccessionStore store, Payers payers, Organizations organizations, Clock clock) {
        this.accessions = accessions;
        this.store = store;
        this.payers = payers;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The present members of an aggregation that have no accession to the same scheme. */
    @Transactional(readOnly = true)
    List<Organization> candidates(Accession aggregation) {
        LocalDate today = LocalDate.now(clock);
        Set<OrganizationId> joined = store.all().stream()
                .filter(other -> other.scheme().equals(aggregation.scheme()))
                .map(Accession::organization)
                .collect(Collectors.toSet());
        List<OrganizationId> members = organizations.memberships(aggregation.organization()).stream()
                .filter(membership -> membership.aggregation().id().equals(aggregation.organization()))
                .filter(membership -> membership.period().contains(today))
                .map(membership -> membership.member().id())
                .filter(member -> !joined.contains(member))
                .toList();
        return organizations.all(members);
    }

    /**
     * Joins for some members.
     *
     * @param share of each quota that the aggregation pays; {@code null} when each pays its own
     * @throws Refusal when the aggregation is not an active member, or one of them already is elsewhere
     */
    void join(AccessionId id, Set<OrganizationId> members, @Nullable Percentage share, String act) {
        Accession aggregation = accessions.get(id);
        if (!(aggregation.state() instanceof Active active)) {
            throw new Refusal("agreements.members.not-active");
        }
        String note = Messages.text(
                "agreements.members.note",
                organizations.get(aggregation.organization()).fullName());
        for (Organization member : candidates(aggregation)) {
            if (members.contains(member.id())) {
                AccessionId joined = accessions.open(aggregation.scheme(), member.id(), note);
                accessions.record(joined, 0, new AccessionAct.Approve(active.delibera()), List.of());
                accessions.record(joined, 1, new AccessionAct.Sign(active.signature()), List.of());
                accessions.record(joined, 2, new AccessionAct.Countersign(active.countersignature()), List.of());
                if (share != null) {
                    int year = active.countersignature().from().getYear();
                    payers.add(joined, new PayerRule(aggregation.organization(), share, year, null, act));
                }
            }
        }
    }
}
