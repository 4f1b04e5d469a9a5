// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/**
 * A company that supplies the centre; where it runs a service, its technology partner.
 *
 * @param version to notice that somebody else changed it meanwhile
 */
public record Supplier(SupplierId id, SupplierDetails details, int version) {

    public String name() {
        return details.name();
    }
}
