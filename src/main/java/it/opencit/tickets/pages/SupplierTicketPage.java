// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;

/**
 * A ticket as its supplier works on it.
 *
 * @param atWork whether the work can be handed back
 * @param refused which form was sent back; "" for none
 */
public record SupplierTicketPage(ShownTicket ticket, String supplier, boolean atWork, String refused, FormInput typed) {

    /** What was typed in a form; empty for the others. */
    public FormInput of(String form) {
        return form.equals(refused) ? typed : FormInput.empty();
    }
}
