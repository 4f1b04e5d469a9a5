// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/** How a service is paid for, as the convention sorts services. */
public enum OfferingClass {
    /** Within the yearly quota of the member. */
    BASE("Base"),
    /** Asked for by who wants it, on top of the quota. */
    SURCHARGE("A quota maggiorata"),
    /** Quoted case by case. */
    ON_REQUEST("A richiesta");

    private final String label;

    OfferingClass(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
