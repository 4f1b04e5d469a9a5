// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/** How somebody stands with an event. */
enum EnrolmentState {
    ENROLLED("Iscritto"),
    /** Next in line for a place that gets free. */
    WAITING("In attesa"),
    GIVEN_UP("Ha rinunciato");

    private final String label;

    EnrolmentState(String label) {
        this.label = label;
    }

    /** As the staff reads it. */
    String label() {
        return label;
    }
}
