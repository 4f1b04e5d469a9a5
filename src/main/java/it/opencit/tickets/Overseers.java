// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.Membership;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A Unione sees the tickets of its members where its convention says so, and only those that the whole body sees. It reads
 * them: what is asked and answered stays between the member and the centre.
 */
@Service
@Transactional(readOnly = true)
class Overseers {

    /** The user name by which a Unione looks: of no person, so that it sees nothing that is shared with persons. */
    private static final String USERNAME = "@unione";

    private static final int LONGEST = 300;

    private final OverseerStore store;
    private final Organizations organizations;
    private final Clock clock;

    Overseers(OverseerStore store, Organizations organizations, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Whether a body sees those of its members. */
    public boolean has(OrganizationId body) {
        return store.has(body);
    }

    /** The members of a Unione today, by name; none where it may not see their tickets. */
    public List<Membership.Member> members(OrganizationId unione) {
        if (!store.has(unione)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return organizations.memberships(unione).stream()
                .filter(one ->
                        one.aggregation().id().equals(unione) && one.period().contains(today))
                .map(Membership::member)
                .sorted(Comparator.comparing(Membership.Member::name))
                .toList();
    }

    /**
     * As whom a Unione reads the tickets of a member.
     *
     * @throws NotFound when it is no member of it today, or the convention does not say so
     */
    public Viewer.OfBody viewer(OrganizationId unione, OrganizationId member) {
        return members(unione).stream()
                .filter(one -> one.id().equals(member))
                .findFirst()
                .map(one -> new Viewer.OfBody(one.id(), USERNAME))
                .orElseThrow(() -> new NotFound("Body " + member + " is not overseen by " + unione));
    }

    /** Bodies that have members, by name. */
    public List<Membership.Member> aggregations() {
        return organizations.memberships().stream()
                .map(Membership::aggregation)
                .distinct()
                .sorted(Comparator.comparing(Membership.Member::name))
                .toList();
    }

    /** Those that see the tickets of their members, and where their convention says so. */
    public Map<OrganizationId, String> allowed() {
        return store.all();
    }

    /** @throws Refusal when it has no members, or nothing says where the convention allows it */
    @Transactional
    public void allow(OrganizationId unione, String basis) {
        if (aggregations().stream().noneMatch(one -> one.id().equals(unione))) {
            throw Refusal.inField("organization", "tickets.overseer.organization");
        }
        String stripped = basis.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw Refusal.inField("basis", "tickets.overseer.basis", LONGEST);
        }
        store.keep(unione, stripped, clock.instant());
    }

    @Transactional
    public void stop(OrganizationId unione) {
        store.remove(unione);
    }
}
