// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.Supplier;
import java.util.List;

/**
 * How a supplier works on tickets.
 *
 * @param offered whether it is active: tickets can be given to it
 * @param addresses who reads of its tickets; none when no mail is sent
 * @param version to notice that somebody else changed it meanwhile; 0 where nothing was decided yet
 */
record SupplierDesk(Supplier supplier, boolean offered, List<String> addresses, int version) {

    SupplierDesk {
        addresses = List.copyOf(addresses);
    }
}
