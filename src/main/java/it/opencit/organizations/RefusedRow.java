// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/**
 * A row of a file that cannot be taken.
 *
 * @param row line in the file
 * @param name as the row writes it
 * @param reason Italian, says how to mend
 */
record RefusedRow(int row, String name, String reason) {}
