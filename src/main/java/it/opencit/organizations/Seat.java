// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/**
 * Where a body has its seat; each part is "" when it is not known.
 *
 * @param province abbreviation, such as {@code BS}
 */
public record Seat(String address, String postcode, String municipality, String province) {

    public static final Seat UNKNOWN = new Seat("", "", "", "");

    /** In one line: {@code Viale Marconi 3, 25030 Coccaglio (BS)}. */
    public String inOneLine() {
        String place = (postcode + " " + municipality).strip();
        String withProvince = province.isEmpty() ? place : (place + " (" + province + ")").strip();
        return address.isEmpty() || withProvince.isEmpty() ? address + withProvince : address + ", " + withProvince;
    }
}
