// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.catalogue.SupplierId;
import org.springframework.security.access.AccessDeniedException;

/** The one supplier whose tickets a person may see. */
final class OwnSupplier {

    private OwnSupplier() {}

    static Viewer.OfSupplier of(SignedIn person) {
        Long supplier = person.supplier();
        if (supplier == null) {
            throw new AccessDeniedException("A person of no supplier: " + person.username());
        }
        return new Viewer.OfSupplier(new SupplierId(supplier));
    }
}
