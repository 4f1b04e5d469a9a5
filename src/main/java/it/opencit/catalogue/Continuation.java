// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/** What happens to a yearly service when its year ends. */
public enum Continuation {
    /** It goes on only if the body says so. */
    CONFIRMED("Conferma ogni anno"),
    /** It goes on unless the body gives it up. */
    TACIT("Tacita"),
    /** It ends by itself. */
    NONE("Non prosegue");

    private final String label;

    Continuation(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
