// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;

/** The body for which a person works, and all those whose tickets it may see. */
final class OwnBody {

    private OwnBody() {}

    static OrganizationId of(SignedIn person) {
        Long organization = person.organization();
        if (organization == null) {
            throw new AccessDeniedException("A person of no body: " + person.username());
        }
        return new OrganizationId(organization);
    }

    /** Every body of a person: what a program sees, which chooses none. */
    static Set<OrganizationId> all(SignedIn person) {
        if (person.bodies().isEmpty()) {
            throw new AccessDeniedException("A person of no body: " + person.username());
        }
        return person.bodies().stream().map(OrganizationId::new).collect(Collectors.toSet());
    }
}
