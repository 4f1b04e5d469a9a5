// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/**
 * A kind of dated figure: the three standard ones and those that the centre adds.
 *
 * @param code upper case, as in the API and in tariffs
 * @param label Italian, as in the pages
 * @param unit Italian, what one of it is, such as {@code abitanti}
 */
public record FigureKind(String code, String label, String unit) {

    /** Resident population, in persons (ISTAT). */
    public static final String RESIDENTS = "RESIDENTS";

    /** Active businesses (sedi di impresa attive, Registro delle imprese). */
    public static final String BUSINESSES = "BUSINESSES";

    /** Workstations: personal computers and local servers. */
    public static final String WORKSTATIONS = "WORKSTATIONS";
}
