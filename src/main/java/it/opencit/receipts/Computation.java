// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import java.util.List;

/** All that is owed in a year as it comes out today, and what cannot be computed. */
record Computation(int year, List<Claim> claims, List<Gap> gaps) {}
