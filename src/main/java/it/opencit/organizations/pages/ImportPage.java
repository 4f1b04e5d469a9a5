// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations.pages;

import java.util.List;

/**
 * What an import would do, or did.
 *
 * @param applied when and by whom, and the counts; "" until it is applied
 * @param digest of the plan shown, sent back when it is applied
 * @param differences since the preview; none when it is the same
 * @param rows what changes or is refused: at most a few hundred, the counts are of all
 * @param more how many rows are not shown
 */
public record ImportPage(
        long id,
        String source,
        String fileName,
        String provinces,
        String applied,
        String digest,
        int created,
        int changed,
        int unchanged,
        int refused,
        List<String> differences,
        List<Row> rows,
        int more) {

    /** A row of the file and what happens to it; {@code tone} is a word for its style. */
    public record Row(int number, String name, String outcome, String note, String tone) {}

    /** A past import. */
    public record Past(long id, String source, String fileName, String when, String outcome) {}
}
