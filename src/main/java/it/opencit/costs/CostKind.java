// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

/** The nature of a cost, as the centres' accounts of sustainability part them. */
public enum CostKind {
    PERSONNEL("Personale"),
    SUPPLIES("Fornitori e licenze"),
    INFRASTRUCTURE("Infrastruttura"),
    GENERAL("Spese generali"),
    OTHER("Altro");

    private final String label;

    CostKind(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
