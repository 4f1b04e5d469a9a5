// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

/** The acts of an accession's life, with the noun of their page. */
public enum AccessionActKind {
    APPROVAL("deliberazione", "Delibera dell'ente"),
    SIGNATURE("firma", "Firma dell'ente"),
    COUNTERSIGNATURE("controfirma", "Controfirma del centro"),
    WITHDRAWAL("recesso", "Recesso"),
    RENEWAL("rinnovo", "Rinnovo"),
    ANNULMENT("annullamento", "Annullamento dell'ultimo atto");

    private final String noun;
    private final String label;

    AccessionActKind(String noun, String label) {
        this.noun = noun;
        this.label = label;
    }

    /** The last part of the address of its page. */
    public String noun() {
        return noun;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
