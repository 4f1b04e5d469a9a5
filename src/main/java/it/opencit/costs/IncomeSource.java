// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

/** Where income comes from that is neither a quota nor a service. */
public enum IncomeSource {
    LEAD_BODY("Ente capofila"),
    REGION("Regione"),
    STATE("Stato"),
    EUROPE("Unione europea"),
    OTHER("Altro");

    private final String label;

    IncomeSource(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
