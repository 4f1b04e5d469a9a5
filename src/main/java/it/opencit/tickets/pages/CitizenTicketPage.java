// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/**
 * A ticket followed without an account.
 *
 * @param facts what is told of it
 * @param mayWrite whether something can be added
 * @param solved whether the office thinks that it is done: writing asks again
 * @param opinion address of the page to say how satisfied one is; "" when that is not asked
 * @param refused the act that was refused, whose form comes back; "" for none
 */
public record CitizenTicketPage(
        ShownTicket ticket,
        List<ShownTicket.Fact> facts,
        boolean mayWrite,
        boolean takesFiles,
        boolean solved,
        String opinion,
        String refused,
        FormInput form) {

    /** The form of an act: as it was typed when it was refused, else empty. */
    public FormInput of(String act) {
        return act.equals(refused) ? form : FormInput.empty();
    }
}
