// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Refusal;

/**
 * What kind of body a row of the index is. A category gathers a kind "e suoi consorzi o associazioni", so a name that
 * says otherwise wins: {@code L6} holds Comuni and their special companies, {@code L5} the Provinces and their union.
 */
final class IpaCategory {

    private IpaCategory() {}

    /** @throws Refusal when the category is not of a territorial body */
    static OrganizationKind kind(String category, String name) {
        OrganizationKind usual = usual(category);
        String plain = " " + Plain.of(name) + " ";
        if (plain.contains(" azienda speciale ")) {
            return OrganizationKind.AZIENDA_SPECIALE;
        }
        if (plain.contains(" consorzio ") && !plain.contains(" libero consorzio ")) {
            return OrganizationKind.CONSORZIO;
        }
        if (category.equals("L6")) {
            return plain.startsWith(" unione di comuni ") ? OrganizationKind.UNIONE : OrganizationKind.OTHER;
        }
        return isOfRepresentation(plain) ? OrganizationKind.OTHER : usual;
    }

    private static OrganizationKind usual(String category) {
        return switch (category) {
            case "L4", "L6", "L20" -> OrganizationKind.OTHER;
            case "L5" -> OrganizationKind.PROVINCIA;
            case "L12" -> OrganizationKind.COMUNITA_MONTANA;
            case "L18" -> OrganizationKind.UNIONE;
            case "L36" -> OrganizationKind.CONSORZIO;
            case "L45" -> OrganizationKind.CITTA_METROPOLITANA;
            default -> throw new Refusal("organizations.import.category", category);
        };
    }

    /** Bodies that speak for others (ANCI, UNCEM, UPI) and agencies. */
    private static boolean isOfRepresentation(String plain) {
        return plain.matches(" (anci|uncem|upi|unione province|associazione|agenzia|comitato) .*");
    }
}
