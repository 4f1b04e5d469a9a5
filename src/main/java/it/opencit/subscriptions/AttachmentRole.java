// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** What a file is to a subscription. */
public enum AttachmentRole {
    SIGNED_REQUEST("Modulo firmato"),
    /** Who signs by hand attaches a copy of it (d.P.R. 445/2000, art. 38). */
    IDENTITY_CARD("Documento d'identità di chi firma"),
    ANSWER("Risposta del centro"),
    OTHER("Altro documento");

    private final String label;

    AttachmentRole(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
