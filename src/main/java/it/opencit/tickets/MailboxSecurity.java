// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** How the connection to a mailbox is kept from others' eyes. */
enum MailboxSecurity {
    TLS("TLS (di solito porta 993)"),
    STARTTLS("STARTTLS (di solito porta 143)"),
    NONE("Nessuna: solo dentro la rete del centro");

    private final String label;

    MailboxSecurity(String label) {
        this.label = label;
    }

    /** As pages write it. */
    String label() {
        return label;
    }
}
