// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

/** Which document asks for the money. The centre says it, for all or for one payer: it is never derived. */
public enum RequestDocument {
    /** A request outside VAT, or exempt: this letter is all there is. */
    REQUEST("Richiesta di versamento"),
    /** The accounting office issues an electronic invoice; this letter explains it. */
    INVOICE("Fattura elettronica");

    private final String label;

    RequestDocument(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
