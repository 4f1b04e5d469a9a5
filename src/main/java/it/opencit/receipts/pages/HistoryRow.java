// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import java.util.List;

/**
 * The quota of a year in a line.
 *
 * @param amount as shown, or why there is none
 * @param payers each with its amount
 */
public record HistoryRow(int year, String scheme, String amount, List<String> payers, String warnings) {}
