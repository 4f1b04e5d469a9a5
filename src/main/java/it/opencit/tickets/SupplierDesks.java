// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which suppliers tickets are given to, and who reads of them there. */
@Service
@Transactional
class SupplierDesks {

    private final Suppliers suppliers;
    private final SupplierDeskStore store;

    SupplierDesks(Suppliers suppliers, SupplierDeskStore store) {
        this.suppliers = suppliers;
        this.store = store;
    }

    /** Every supplier of the catalogue, by name. */
    @Transactional(readOnly = true)
    public List<SupplierDesk> all() {
        Map<Long, SupplierDeskStore.Row> rows = store.all();
        return suppliers.all().stream()
                .map(supplier -> desk(supplier, rows.get(supplier.id().value())))
                .toList();
    }

    /** @throws it.opencit.shared.NotFound when there is no such supplier */
    @Transactional(readOnly = true)
    public SupplierDesk get(SupplierId id) {
        return desk(suppliers.get(id), store.all().get(id.value()));
    }

    private static SupplierDesk desk(Supplier supplier, SupplierDeskStore.@org.jspecify.annotations.Nullable Row row) {
        if (row != null) {
            return new SupplierDesk(supplier, row.offered(), row.addresses(), row.version());
        }
        String email = supplier.details().email();
        return new SupplierDesk(supplier, true, EmailAddress.isOne(email) ? List.of(email) : List.of(), 0);
    }

    /**
     * Decides how a supplier works on tickets.
     *
     * @param written addresses, one a line
     * @throws Refusal when a line is not an address
     */
    public void keep(SupplierId id, boolean offered, String written, int seen) {
        suppliers.get(id);
        List<String> addresses = Arrays.stream(written.split("[\\s,;]+"))
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
        for (String address : addresses) {
            if (!EmailAddress.isOne(address)) {
                throw Refusal.inField("addresses", "tickets.supplier.address", address);
            }
        }
        store.keep(id, offered, addresses, seen);
    }
}
