// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * An accession in short.
 *
 * @param stage as of today
 * @param membership {@code null} until the centre has countersigned
 */
public record AccessionSummary(
        AccessionId id,
        OrganizationId organization,
        SchemeId scheme,
        String schemeTitle,
        AccessionStage stage,
        @Nullable Period membership) {}
