// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.CodiceCatastale;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.CodiceIpa;
import it.opencit.shared.CodiceIstat;
import it.opencit.shared.CodiceUfficio;
import it.opencit.shared.DigitalDomicile;
import it.opencit.shared.PartitaIva;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a body. Codes that are not known are {@code null}, texts that are not known are "".
 *
 * @param name the proper name, for a Comune without the word "Comune": {@code Coccaglio}
 * @param invoiceOffice the office that receives electronic invoices
 * @param provinceCode Istat code of the province, three digits, for the map
 */
public record OrganizationDetails(
        OrganizationKind kind,
        String name,
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
        String notes) {

    /** A body of which only kind and name are known yet. */
    public static OrganizationDetails of(OrganizationKind kind, String name) {
        return new OrganizationDetails(kind, name, null, null, null, null, null, null, null, Seat.UNKNOWN, "", "", "");
    }

    OrganizationDetails inProvince(String code) {
        return new OrganizationDetails(
                kind,
                name,
                istatCode,
                cadastralCode,
                ipaCode,
                taxCode,
                vatNumber,
                digitalDomicile,
                invoiceOffice,
                seat,
                code,
                website,
                notes);
    }
}
