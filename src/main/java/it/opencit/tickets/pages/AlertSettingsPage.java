// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * To whom and when notices of tickets are given, and who of the staff reads them where.
 *
 * @param first who may be told of new tickets
 */
public record AlertSettingsPage(String action, FormInput form, List<Option> first, List<Colleague> staff) {

    /** Somebody of the staff; the address is "" when it did not say one. */
    public record Colleague(String name, String address) {}
}
