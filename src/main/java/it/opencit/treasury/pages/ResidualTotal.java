// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

import it.opencit.shared.Euro;

/**
 * The residuals of a fiscal year on the day asked.
 *
 * @param accertamenti how many have a residual
 */
public record ResidualTotal(int fiscalYear, long accertamenti, Euro residual) {}
