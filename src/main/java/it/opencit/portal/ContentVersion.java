// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.Instant;

/**
 * A version of a content: it never changes.
 *
 * @param note why, in the words of who wrote it; "" when not said
 * @param author name of who wrote it
 */
record ContentVersion(int number, ContentDraft draft, String note, String author, Instant at) {

    /** A version without its texts, as a list of many shows it. */
    record Line(int number, String title, String note, String author, Instant at) {}
}
