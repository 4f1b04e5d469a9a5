// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Period;
import java.time.LocalDate;

/**
 * How a body stands in a convention: what forms and letters write of it.
 *
 * @param scheme title of the convention
 * @param approvedBy the organ that approved, Italian
 * @param membership first and last day
 */
public record MemberPosition(
        String scheme, String approvedBy, String deliberaNumber, LocalDate deliberaDate, Period membership) {}
