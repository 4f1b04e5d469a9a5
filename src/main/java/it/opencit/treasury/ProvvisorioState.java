// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

/** Where a provvisorio stands; it follows from its amounts, but for those set aside by a person. */
public enum ProvvisorioState {
    OPEN("Da regolarizzare"),
    PARTIAL("Parziale"),
    REGULARISED("Regolarizzato"),
    REVERSED("Stornato"),
    SET_ASIDE("Non del centro");

    private final String label;

    ProvvisorioState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
