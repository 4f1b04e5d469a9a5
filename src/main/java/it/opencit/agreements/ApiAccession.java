// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Period;
import it.opencit.shared.ProtocolNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accession as other programs read it; what has not happened yet is {@code null}.
 *
 * @param version to send back with the next act
 */
record ApiAccession(
        AccessionId id,
        @Nullable ApiOrganization organization,
        SchemeId agreement,
        AccessionStage stage,
        @Nullable Period membership,
        @Nullable ApiDelibera delibera,
        @Nullable Signature signature,
        @Nullable ApiCountersignature countersignature,
        @Nullable Withdrawal withdrawal,
        List<AccessionActKind> allowed,
        String notes,
        int version) {

    /** Accessions, a page at a time; {@code next} is the {@code after} of the following one. */
    record Page(List<ApiAccession> items, @Nullable String next) {}

    /** The body. */
    record ApiOrganization(OrganizationId id, String name, OrganizationKind kind) {}

    /** The resolution, with the day it became enforceable. */
    record ApiDelibera(
            ApprovingBody approvedBy,
            String number,
            LocalDate date,
            @Nullable LocalDate published,
            boolean immediate,
            LocalDate enforceableFrom) {}

    /** The centre's signature. */
    record ApiCountersignature(LocalDate date, ProtocolNumber protocol, LocalDate protocolDate) {}

    static ApiAccession of(Accession accession, @Nullable Organization body) {
        AccessionState state = accession.state();
        Delibera delibera = state.delibera();
        Countersignature made = state.countersignature();
        return new ApiAccession(
                accession.id(),
                body == null ? null : new ApiOrganization(body.id(), body.fullName(), body.kind()),
                accession.scheme(),
                state.stage(),
                state.membership(),
                delibera == null
                        ? null
                        : new ApiDelibera(
                                delibera.approvedBy(),
                                delibera.number(),
                                delibera.date(),
                                delibera.published(),
                                delibera.immediate(),
                                delibera.enforceableFrom()),
                state.signature(),
                made == null ? null : new ApiCountersignature(made.date(), made.protocol(), made.protocolDate()),
                state instanceof AccessionState.Withdrawn left ? left.withdrawal() : null,
                state.allowed(),
                accession.notes(),
                accession.version());
    }
}
