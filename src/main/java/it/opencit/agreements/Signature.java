// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import java.time.LocalDate;

/**
 * The body signs.
 *
 * @param signatory first and last name
 * @param office in which they sign: Sindaco, Presidente, Responsabile…
 * @param date of the signature, of the last one when there are several
 */
record Signature(String signatory, String office, LocalDate date) {}
