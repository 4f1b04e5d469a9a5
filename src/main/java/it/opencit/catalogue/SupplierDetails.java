// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.PartitaIva;
import it.opencit.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a supplier; texts are "" where nothing is known.
 *
 * @param contact the person or office to turn to
 */
public record SupplierDetails(
        String name,
        @Nullable PartitaIva partitaIva,
        String contact,
        String email,
        String pec,
        String phone,
        String website,
        String notes) {

    /** @throws Refusal without a name */
    public SupplierDetails {
        if (name.isBlank()) {
            throw Refusal.inField("name", "catalogue.supplier.name");
        }
    }

    /** A supplier of which only the name is known. */
    public static SupplierDetails named(String name) {
        return new SupplierDetails(name, null, "", "", "", "", "", "");
    }
}
