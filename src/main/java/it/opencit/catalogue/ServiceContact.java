// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/**
 * Whom the bodies ask about a service: a person or an office; fields are "" when not said.
 *
 * @param name "" when the sheet names nobody: then everything else is ""
 * @param ofPartner whether they work for the technology partner, not for the centre
 */
public record ServiceContact(String name, String role, String phone, String email, String pec, boolean ofPartner) {

    /** Nobody. */
    public static final ServiceContact NONE = new ServiceContact("", "", "", "", "", false);

    public boolean isNone() {
        return name.isEmpty();
    }
}
