// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import it.opencit.shared.ProtocolNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An accession that was completed elsewhere, with everything that its acts say: for imports and demonstrations.
 *
 * @param published first day on the notice board; may lack when {@code immediate}
 * @param immediate declared immediately enforceable
 * @param days first and last day of membership; without a last day, that of the scheme
 */
public record CompletedAccession(
        SchemeId scheme,
        OrganizationId organization,
        ApprovingBody approvedBy,
        String deliberaNumber,
        LocalDate deliberaDate,
        @Nullable LocalDate published,
        boolean immediate,
        String signatory,
        String office,
        LocalDate signedOn,
        LocalDate countersignedOn,
        ProtocolNumber protocol,
        LocalDate protocolDate,
        Period days,
        String notes) {}
