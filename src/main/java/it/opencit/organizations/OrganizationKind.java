// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/** The legal nature of a body that a centre can serve, as the law and the national index name it. */
public enum OrganizationKind {
    COMUNE("Comune"),
    UNIONE("Unione di Comuni"),
    COMUNITA_MONTANA("Comunità montana"),
    PROVINCIA("Provincia"),
    CITTA_METROPOLITANA("Città metropolitana"),
    CONSORZIO("Consorzio"),
    AZIENDA_SPECIALE("Azienda speciale"),
    OTHER("Altro ente");

    private final String label;

    OrganizationKind(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
