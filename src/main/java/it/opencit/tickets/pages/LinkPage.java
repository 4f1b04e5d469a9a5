// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/**
 * The choice of tickets to link to one.
 *
 * @param ticket number
 * @param title of the ticket
 * @param address of the ticket
 * @param found tickets that the words find
 * @param more whether there are others
 */
public record LinkPage(
        String ticket, String title, String address, FormInput typed, List<ListedTicket> found, boolean more) {}
