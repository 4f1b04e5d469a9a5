// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import java.time.LocalDate;

/** Where a contract stands on a day. */
enum ContractStage {
    COMING("Da iniziare", "secondary"),
    RUNNING("In corso", "success"),
    EXPIRED("Scaduto", "danger"),
    RENEWED("Rinnovato", "secondary"),
    CLOSED("Chiuso", "secondary");

    private final String label;
    private final String tone;

    ContractStage(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    static ContractStage of(Contract contract, LocalDate today) {
        ContractDetails details = contract.details();
        if (details.closedOn() != null) {
            return CLOSED;
        }
        if (contract.renewed()) {
            return RENEWED;
        }
        if (details.endsOn().isBefore(today)) {
            return EXPIRED;
        }
        return details.period().from().isAfter(today) ? COMING : RUNNING;
    }

    String label() {
        return label;
    }

    /** Of the badge, as Bootstrap names it. */
    String tone() {
        return tone;
    }
}
