// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The comparisons of the laboratory that somebody asked to keep. */
@Service
class Comparisons {

    private final ComparisonStore store;

    Comparisons(ComparisonStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    long count() {
        return store.count();
    }

    /** @throws NotFound when the centre keeps no such comparison */
    @Transactional(readOnly = true)
    ComparisonStore.Stored get(long id) {
        return store.byId(id).orElseThrow(() -> new NotFound("Comparison " + id));
    }

    /** Keeps a report under a name, with the address that asks the same again. */
    @Transactional
    long keep(String name, String address, LaboratoryReport report) {
        return store.insert(name, address, report);
    }

    @Transactional
    void delete(long id) {
        get(id);
        store.delete(id);
    }
}
