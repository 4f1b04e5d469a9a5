// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import java.time.Instant;

/**
 * A version of a sheet: it never changes.
 *
 * @param sheet its blocks; attachments are not part of it
 * @param note why, in the words of who wrote it; "" when not said
 * @param author name of who wrote it
 */
record SheetVersion(int number, ServiceSheet sheet, String note, String author, Instant at) {}
