// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The quotas of a year in short.
 *
 * @param years with members, to choose from
 * @param bodies members of the year
 * @param refused members whose quota cannot be computed yet
 * @param marked members whose amount has warnings
 */
public record YearOverview(
        int year, List<Option> years, long bodies, String total, long payers, long refused, long marked) {}
