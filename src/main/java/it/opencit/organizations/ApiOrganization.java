// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.opencit.shared.CodiceCatastale;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.CodiceIpa;
import it.opencit.shared.CodiceIstat;
import it.opencit.shared.CodiceUfficio;
import it.opencit.shared.DigitalDomicile;
import it.opencit.shared.PartitaIva;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body as other programs read it: what is not known is {@code null}, the latest figures come first. */
record ApiOrganization(
        OrganizationId id,
        String name,
        OrganizationKind kind,
        @Nullable CodiceIstat istatCode,
        @Nullable CodiceCatastale cadastralCode,
        @Nullable CodiceIpa ipaCode,
        @Nullable CodiceFiscale taxCode,
        @Nullable PartitaIva vatNumber,
        @Nullable DigitalDomicile digitalDomicile,
        @Nullable CodiceUfficio invoiceOffice,
        Seat seat,
        String provinceCode,
        String website,
        String notes,
        int version,
        List<ApiFigure> figures) {

    static ApiOrganization of(Organization organization, List<Figure> figures) {
        OrganizationDetails details = organization.details();
        return new ApiOrganization(
                organization.id(),
                details.name(),
                details.kind(),
                details.istatCode(),
                details.cadastralCode(),
                details.ipaCode(),
                details.taxCode(),
                details.vatNumber(),
                details.digitalDomicile(),
                details.invoiceOffice(),
                details.seat(),
                details.provinceCode(),
                details.website(),
                details.notes(),
                organization.version(),
                figures.stream()
                        .sorted(Comparator.comparing(Figure::date).reversed().thenComparing(Figure::kind))
                        .map(ApiFigure::of)
                        .toList());
    }

    /** A dated figure; {@code mark} is there only for figures that are not plain facts. */
    record ApiFigure(
            @Nullable String kind,
            @Nullable BigDecimal value,
            @Nullable LocalDate date,
            @Nullable String source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String mark) {

        static ApiFigure of(Figure figure) {
            return new ApiFigure(figure.kind(), figure.value(), figure.date(), figure.source(), figure.mark());
        }
    }

    /** A page of a list; {@code next} goes into {@code after} to read the following one. */
    record Page(List<ApiOrganization> items, @Nullable String next) {}

    /** What a program writes of a body; the version is that it read, needed to change it. */
    record Writing(
            @Nullable OrganizationKind kind,
            @Nullable String name,
            @Nullable CodiceIstat istatCode,
            @Nullable CodiceCatastale cadastralCode,
            @Nullable CodiceIpa ipaCode,
            @Nullable CodiceFiscale taxCode,
            @Nullable PartitaIva vatNumber,
            @Nullable DigitalDomicile digitalDomicile,
            @Nullable CodiceUfficio invoiceOffice,
            @Nullable ApiSeat seat,
            @Nullable String provinceCode,
            @Nullable String website,
            @Nullable String notes,
            @Nullable Integer version) {}

    /** A seat as written: each part may be missing. */
    record ApiSeat(
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String municipality,
            @Nullable String province) {}
}
