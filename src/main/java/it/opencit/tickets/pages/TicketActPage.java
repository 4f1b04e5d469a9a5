// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/**
 * A page with one act on a ticket.
 *
 * @param ticket number
 * @param title of the ticket
 * @param address of the ticket
 * @param version of the ticket that the page shows
 * @param meanwhile what others did after the page was opened; none where nobody did anything
 */
public record TicketActPage(
        String ticket, String title, String address, int version, FormInput typed, List<String> meanwhile) {}
