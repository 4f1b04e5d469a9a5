// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import java.util.Optional;

/** How far a service can be obtained online: the five steps by which the administration measures its own services. */
public enum OnlineLevel {
    /** What it is, who it is for, where to ask. */
    INFORMATION("Informazioni"),
    /** The form can be downloaded and is handed in another way. */
    DOWNLOAD("Modulo da scaricare"),
    /** The request can be sent online. */
    SENDING("Invio della richiesta online"),
    /** The whole procedure is online, payment and outcome included. */
    TRANSACTION("Intera pratica online, pagamento compreso"),
    /** The office proposes what is due, with the data it already has. */
    PROACTIVE("Servizio proattivo, con i dati già noti");

    private final String label;

    OnlineLevel(String label) {
        this.label = label;
    }

    /** From 1 to 5. */
    public int number() {
        return ordinal() + 1;
    }

    /** As pages write it: {@code 2 - Modulo da scaricare}. */
    public String label() {
        return number() + " - " + label;
    }

    /** The level of a number from 1 to 5; none for any other. */
    public static Optional<OnlineLevel> of(int number) {
        return number < 1 || number > values().length ? Optional.empty() : Optional.of(values()[number - 1]);
    }
}
