// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.Locale;

/** Why a message waits for somebody to look at it. */
enum QuarantineReason {
    UNKNOWN_SENDER("Il mittente non è conosciuto: nessun ente scrive da questo indirizzo"),
    OVERSIZED("Il messaggio è troppo grande: ne sono rimaste le intestazioni"),
    OWN("Il messaggio è partito da questo programma ed è tornato indietro"),
    REPORT("È un avviso di mancata consegna o di lettura"),
    ABSENCE("È una risposta automatica, per esempio di chi è assente"),
    AUTOMATIC("Lo ha mandato un programma o una lista di distribuzione"),
    UNREADABLE("Il testo non si legge: la codifica dei caratteri non è quella dichiarata né un'altra conosciuta"),
    NO_SENDER("Manca l'indirizzo del mittente, o non è un indirizzo"),
    EMPTY("Il messaggio non ha né testo né oggetto"),
    STRANGER("Risponde a un ticket, ma da un indirizzo che non è dell'ente del ticket"),
    CLOSED("Risponde a un ticket chiuso o eliminato"),
    STAFF("Lo ha scritto una persona del centro: si risponde dalla pagina del ticket"),
    PEC_ANOMALY("La PEC segnala un'anomalia: il messaggio non è certificato, o la busta non si apre"),
    FAILED("Il programma non è riuscito a lavorarlo");

    private final String label;

    QuarantineReason(String label) {
        this.label = label;
    }

    /** As pages write it. */
    String label() {
        return label;
    }

    /** The sentence that tells the sender, where it is told. */
    String key() {
        return "tickets.incoming." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the sender is told: it is a person who can do something about it. */
    boolean isTold() {
        return switch (this) {
            case UNKNOWN_SENDER, OVERSIZED, UNREADABLE, STRANGER, CLOSED -> true;
            case OWN, REPORT, ABSENCE, AUTOMATIC, NO_SENDER, EMPTY, STAFF, PEC_ANOMALY, FAILED -> false;
        };
    }
}
