// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

/** Where a mail stands. */
enum MailState {
    QUEUED("Da inviare"),
    SENT("Inviata"),
    UNDELIVERED("Non consegnata"),
    STALE("Non inviata: troppo vecchia"),
    GATHERED("Aspetta il riepilogo"),
    DIGESTED("Nel riepilogo");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
