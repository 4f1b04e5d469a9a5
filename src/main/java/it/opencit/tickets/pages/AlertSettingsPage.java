// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/** When notices of tickets are given, and who of the staff reads them where. */
public record AlertSettingsPage(String action, FormInput form, List<Colleague> staff) {

    /** Somebody of the staff; the address is "" when it did not say one. */
    public record Colleague(String name, String address) {}
}
