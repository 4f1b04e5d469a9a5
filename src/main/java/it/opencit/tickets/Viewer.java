// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.access.Role;
import java.util.Set;

/** Who looks at a ticket: that decides which tickets there are, and what there is of each. */
sealed interface Viewer {

    /** The office sees everything. */
    Viewer OFFICE = new Office();

    /** A person of the office. */
    record Office() implements Viewer {}

    /** A person of a body: no internal notes, no names of who works for the centre. */
    record OfBody(OrganizationId body, String username) implements Viewer {}

    /** A person of several bodies by way of a program: of each what it sees there. */
    record OfBodies(Set<OrganizationId> bodies, String username) implements Viewer {

        public OfBodies {
            bodies = Set.copyOf(bodies);
        }
    }

    /** A supplier: only what is assigned to it, the public conversation and its own with the office. */
    record OfSupplier(SupplierId supplier) implements Viewer {}

    /** Pages ask for the body first, so that only a program comes here without one. */
    static Viewer of(SignedIn person) {
        if (person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE)) {
            return OFFICE;
        }
        return person.isToChooseBody()
                ? new OfBodies(OwnBody.all(person), person.username())
                : new OfBody(OwnBody.of(person), person.username());
    }
}
