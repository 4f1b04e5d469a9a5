// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/**
 * A contract with a supplier.
 *
 * @param renewed whether another contract renews it
 * @param version to notice that somebody else changed it meanwhile
 */
public record Contract(ContractId id, ContractDetails details, boolean renewed, int version) {

    /** Whether its end still matters: nobody closed it, nothing follows it. */
    public boolean isOpen() {
        return details.closedOn() == null && !renewed;
    }
}
