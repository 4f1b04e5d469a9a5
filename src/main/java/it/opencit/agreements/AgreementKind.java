// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

/** The instrument by which a body joins a centre, as the norm that provides for it calls it. */
public enum AgreementKind {
    /** Between local bodies, for functions and services carried out together (d.lgs. 267/2000, art. 30). */
    CONVENZIONE_ART_30_TUEL("Convenzione (art. 30 TUEL)"),
    /** Closed by a conference of services (d.lgs. 267/2000, art. 34). */
    ACCORDO_PROGRAMMA_ART_34_TUEL("Accordo di programma (art. 34 TUEL)"),
    /** Between any public administrations (l. 241/1990, art. 15). */
    ACCORDO_ART_15_L241("Accordo (art. 15 l. 241/1990)"),
    /** Approved once; single services are then joined by an act of the manager. */
    ACCORDO_QUADRO("Accordo quadro"),
    PROTOCOLLO("Protocollo d'intesa"),
    /** With a company controlled by the bodies it serves (d.lgs. 36/2023, art. 7). */
    CONTRATTO_IN_HOUSE("Contratto in house");

    private final String label;

    AgreementKind(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
