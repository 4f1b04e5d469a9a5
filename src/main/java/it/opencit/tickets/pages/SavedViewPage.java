// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * A view of the list.
 *
 * @param filters what it asks of the list
 * @param list address of the list with these filters
 * @param address of the view; "" for a new one
 * @param owner user name of who keeps it; "" for a new one
 * @param changeable whether who reads may change it
 */
public record SavedViewPage(
        FormInput typed, List<Option> filters, String list, String address, String owner, boolean changeable) {}
