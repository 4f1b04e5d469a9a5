// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/** The part of the centre's portfolio to which a service belongs. */
public enum OfferingArea {
    /** Joint demand, training, administrative advice. */
    MANAGEMENT("Management e supporto"),
    /** Infrastructure and tools of the offices. */
    BACK_OFFICE("Back office e infrastruttura"),
    /** Online services to citizens and businesses, on behalf of the bodies. */
    EGOV("Produzione di eGov");

    private final String label;

    OfferingArea(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
