// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that is a member on some day of a year, and who pays its quota of that year.
 *
 * @param tariffCode of the scheme's quota; {@code null} where there is none
 * @param membership first and last day, also outside the year; a withdrawal has ended it early
 * @param payers other bodies that take a share, for {@link PayerShares#of}; empty when the body pays by itself
 */
public record ActiveAccession(
        AccessionId id,
        OrganizationId organization,
        SchemeId scheme,
        String schemeTitle,
        @Nullable String tariffCode,
        Period membership,
        List<PayerShare> payers) {}
