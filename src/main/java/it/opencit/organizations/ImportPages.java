// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.organizations.pages.ImportPage;
import it.opencit.shared.pages.Italian;
import java.util.List;

/** Turns imports into what their pages show. */
final class ImportPages {

    private static final int ROWS_SHOWN = 300;

    private ImportPages() {}

    static ImportPage of(Imports.Preview preview, List<String> differences) {
        ImportStore.Import request = preview.request();
        ImportPlan plan = preview.plan();
        ImportStore.Counts done = request.counts();
        List<PlannedRow> telling = plan.rows().stream()
                .filter(row -> !(row instanceof PlannedRow.Unchanged) || row.note() != null)
                .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                .toList();
        return new ImportPage(
                request.id(),
                request.source().label(),
                request.fileName(),
                request.provinces().isEmpty() ? "tutta Italia" : String.join(", ", request.provinces()),
                request.appliedAt() == null ? "" : Italian.moment(request.appliedAt()),
                plan.digest(),
                done == null ? plan.rows(PlannedRow.New.class).size() : done.created(),
                done == null ? plan.rows(PlannedRow.Changed.class).size() : done.changed(),
                done == null ? plan.rows(PlannedRow.Unchanged.class).size() : done.unchanged(),
                done == null ? plan.rows(PlannedRow.Refused.class).size() : done.refused(),
                differences,
                telling.stream().limit(ROWS_SHOWN).map(ImportPages::row).toList(),
                Math.max(0, telling.size() - ROWS_SHOWN));
    }

    static ImportPage.Past past(ImportStore.Import request) {
        ImportStore.Counts counts = request.counts();
        return new ImportPage.Past(
                request.id(),
                request.source().label(),
                request.fileName(),
                Italian.moment(request.uploadedAt()) + ", " + request.uploadedBy(),
                counts == null
                        ? "da applicare"
                        : counts.created() + " nuovi, " + counts.changed() + " cambiati, " + counts.unchanged()
                                + " invariati, " + counts.refused() + " rifiutati");
    }

    /** What needs reading first comes first: refusals, changes, mended rows, then what is simply new. */
    private static int rank(PlannedRow row) {
        return switch (row) {
            case PlannedRow.Refused _ -> 0;
            case PlannedRow.Changed _ -> 1;
            case PlannedRow other -> other.note() != null ? 2 : 3;
        };
    }

    private static ImportPage.Row row(PlannedRow row) {
        String note = row.note() == null ? "" : row.note();
        return switch (row) {
            case PlannedRow.New(var body) ->
                new ImportPage.Row(row.row(), row.name(), body.kind().label(), note, "nuovo");
            case PlannedRow.Changed _ -> new ImportPage.Row(row.row(), row.name(), row.outcome(), note, "cambiato");
            case PlannedRow.Unchanged _ -> new ImportPage.Row(row.row(), row.name(), "", note, "invariato");
            case PlannedRow.Refused(var refused) ->
                new ImportPage.Row(row.row(), row.name(), refused.reason(), note, "rifiutato");
        };
    }
}
