// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * What the office may do on the page of a ticket, each form with what was typed.
 *
 * @param version of the ticket that the page shows
 * @param next states that can follow
 * @param staff to whom it may be given
 * @param refused which form was sent back; "" for none
 * @param meanwhile what others did after the page was opened; none where nobody did anything
 */
public record TicketForms(
        int version,
        List<Option> next,
        List<Option> afterAnswer,
        List<Option> staff,
        List<Option> kinds,
        List<Option> urgencies,
        String refused,
        FormInput typed,
        List<String> meanwhile) {

    /** What was typed in a form; empty for the others. */
    public FormInput of(String form) {
        return form.equals(refused) ? typed : FormInput.empty();
    }
}
