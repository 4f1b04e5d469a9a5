// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions.pages;

import java.util.List;

/**
 * The preview of a file of consumption, or what was written.
 *
 * @param applied when and with what outcome; "" for a preview
 * @param writes how many rows would be written
 * @param digest of the preview, sent back to apply it
 * @param changed whether something changed after the preview that was seen
 */
public record ConsumptionPage(
        String address,
        String service,
        String what,
        String file,
        String applied,
        long writes,
        long refused,
        String digest,
        boolean changed,
        List<Row> rows) {

    /** A row of the file. */
    public record Row(String line, String body, String days, String value, String outcome, String note) {}

    /** A file chosen before. */
    public record Past(String address, String title, String when, String outcome) {}
}
