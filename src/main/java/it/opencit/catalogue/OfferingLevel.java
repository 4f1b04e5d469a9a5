// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/** How demanding a service is for the body that takes it up. */
public enum OfferingLevel {
    BASE("Base"),
    INTERMEDIATE("Intermedio"),
    ADVANCED("Avanzato");

    private final String label;

    OfferingLevel(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
