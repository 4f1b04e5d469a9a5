// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/** Whether a service is paid for once or every year. */
public enum FeeKind {
    ONE_OFF("Una tantum"),
    YEARLY("Canone annuale");

    private final String label;

    FeeKind(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
