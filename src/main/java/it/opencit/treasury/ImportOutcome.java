// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.pages.Italian;
import it.opencit.treasury.pages.TreasurerImportPage;
import java.util.ArrayList;
import java.util.List;

/** What an import does, counted as it goes; of rows only the first are kept, for the page. */
final class ImportOutcome {

    private static final int REFUSALS_SHOWN = 300;
    private static final int ROWS_SHOWN = 30;

    private int created;
    private int changed;
    private int unchanged;
    private int refused;
    private int others;
    private final List<TreasurerImportPage.Refused> refusals = new ArrayList<>();
    private final List<TreasurerImportPage.Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void created(int number) {
        created += number;
    }

    void changed(int number) {
        changed += number;
    }

    void unchanged(int number) {
        unchanged += number;
    }

    /** Movements that are not the treasury's business here, such as payments. */
    void other() {
        others++;
    }

    /** A row that is not taken: where it is, the column at fault, why and how to mend it. */
    void refuse(String where, String column, String why) {
        refused++;
        if (refusals.size() < REFUSALS_SHOWN) {
            refusals.add(new TreasurerImportPage.Refused(where, column, why));
        }
    }

    void row(NewProvvisorio p, String organization) {
        if (rows.size() < ROWS_SHOWN) {
            rows.add(new TreasurerImportPage.Row(
                    p.number() + "/" + p.treasuryYear(),
                    Italian.date(p.receivedOn()),
                    p.payerName(),
                    organization,
                    p.reason(),
                    p.amount().inItalian()));
        }
    }

    boolean wantsRows() {
        return rows.size() < ROWS_SHOWN;
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    int created() {
        return created;
    }

    int changed() {
        return changed;
    }

    int unchanged() {
        return unchanged;
    }

    int refused() {
        return refused;
    }

    int others() {
        return others;
    }

    List<TreasurerImportPage.Refused> refusals() {
        return refusals;
    }

    List<TreasurerImportPage.Row> rows() {
        return rows;
    }

    List<String> notes() {
        return notes;
    }
}
