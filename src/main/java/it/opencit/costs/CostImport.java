// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.shared.exchange.CsvTable;
import it.opencit.shared.forms.FormInput;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Costs from a table of the accounting office: all of them, or none with what to mend in each row. */
@Component
class CostImport {

    static final List<String> COLUMNS = List.of("anno", "natura", "servizio", "descrizione", "importo", "atto");

    private final Costs costs;
    private final Catalogue catalogue;

    CostImport(Costs costs, Catalogue catalogue) {
        this.costs = costs;
        this.catalogue = catalogue;
    }

    /**
     * What became of a file.
     *
     * @param refused what is wrong, row by row; then nothing was written
     */
    record Result(int added, int known, List<String> refused) {}

    /** @throws it.opencit.shared.Refusal when it is not such a table at all */
    @Transactional
    Result read(byte[] file) {
        CsvTable table = CsvTable.read(file, COLUMNS);
        List<Offering> offerings = catalogue.offerings();
        List<Cost> found = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            FormInput values = row.asForm();
            Cost cost = CostForm.row(values, offerings);
            if (cost != null) {
                found.add(cost);
            }
            values.errors()
                    .forEach(fault ->
                            refused.add("Riga " + row.number() + ", " + fault.getKey() + ": " + fault.getValue()));
        }
        if (!refused.isEmpty()) {
            return new Result(0, 0, refused);
        }
        int added = costs.record(found);
        return new Result(added, found.size() - added, List.of());
    }
}
