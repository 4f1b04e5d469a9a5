// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/** What a person is in a body, for the centre. */
public enum PersonRole {
    MAYOR("Sindaco o presidente"),
    SECRETARY("Segretario"),
    RTD("Responsabile per la transizione digitale"),
    ACCOUNTING("Ragioneria"),
    CONTACT("Referente");

    private final String label;

    PersonRole(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
