// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

/** How the money of a request comes in. */
public enum Channel {
    /** Between bodies in Tesoreria Unica, at the Banca d'Italia (L. 526/1982, art. 44): outside pagoPA. */
    GIROFONDI("Girofondi"),
    PAGOPA("pagoPA"),
    BANK("Bonifico");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
