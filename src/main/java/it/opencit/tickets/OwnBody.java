// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import org.springframework.security.access.AccessDeniedException;

/** The one body whose tickets a person may see. */
final class OwnBody {

    private OwnBody() {}

    static OrganizationId of(SignedIn person) {
        Long organization = person.organization();
        if (organization == null) {
            throw new AccessDeniedException("A person of no body: " + person.username());
        }
        return new OrganizationId(organization);
    }
}
