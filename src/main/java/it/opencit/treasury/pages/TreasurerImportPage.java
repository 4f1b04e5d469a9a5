// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * An import of the treasurer's file: what it would do, or did.
 *
 * @param applied when and by whom; "" while it is a preview
 * @param twin when the same file was imported already, when; else ""
 * @param problem why nothing can be read; "" when it can
 * @param columns of a CSV, to be chosen; empty for a journal
 * @param headings that the file has, as choices
 * @param others movements that are not collections
 */
public record TreasurerImportPage(
        long id,
        String kind,
        String fileName,
        String applied,
        String twin,
        String problem,
        List<Choice> columns,
        List<Option> headings,
        int created,
        int changed,
        int unchanged,
        int refused,
        int others,
        List<String> notes,
        List<Refused> refusals,
        List<Row> rows) {

    /** Which column a field is read from. */
    public record Choice(String field, String label, boolean required, String chosen) {}

    /** A row not taken. */
    public record Refused(String where, String column, String why) {}

    /** A provvisorio as read. */
    public record Row(String number, String date, String payer, String organization, String reason, String amount) {}

    /** An import made before. */
    public record Past(long id, String fileName, String when, String outcome) {}
}
