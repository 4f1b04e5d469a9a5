// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/** Who has the units included in the quota when an Unione joins with its members. */
public enum AllowanceSharing {
    /** The Unione and each of its members have them, each its own. */
    EACH("Una per ogni ente"),
    /** The Unione and its members have them once, together. */
    POOLED("Una in comune");

    private final String label;

    AllowanceSharing(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
