// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scheme as other programs read it. */
record ApiAgreement(
        SchemeId id,
        String title,
        AgreementKind kind,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer years,
        RenewalMode renewal,
        @Nullable String tariffCode,
        String leadAct,
        int version) {

    /** Schemes are few: one page holds them all. */
    record Page(List<ApiAgreement> items, @Nullable String next) {}

    static ApiAgreement of(StoredScheme stored) {
        Scheme scheme = stored.scheme();
        return new ApiAgreement(
                stored.id(),
                scheme.title(),
                scheme.kind(),
                scheme.period().from(),
                scheme.period().to(),
                scheme.years(),
                scheme.renewal(),
                scheme.tariffCode(),
                scheme.leadAct(),
                stored.version());
    }
}
