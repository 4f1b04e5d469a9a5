// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/** Where colleagues read the notices of tickets. */
public record AlertSettingsPage(String action, FormInput form, List<Colleague> staff) {

    /**
     * Somebody of the staff.
     *
     * @param field name of the field with the address
     */
    public record Colleague(String field, String name) {}
}
