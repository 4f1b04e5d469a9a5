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
 * @param supplier name of the supplier that has it; "" when it is of somebody else
 * @param causes of a pause; none where it cannot be suspended
 * @param canned answers kept ready
 * @param tasks what is to be done and was
 * @param children how many tickets are part of this common fault
 * @param draft what the reader was writing in answer; "" for nothing
 * @param refused which form was sent back; "" for none
 * @param meanwhile what others did after the page was opened; none where nobody did anything
 */
public record TicketForms(
        int version,
        List<Option> next,
        List<Option> afterAnswer,
        String supplier,
        List<Option> causes,
        List<Option> urgencies,
        List<Option> canned,
        List<TaskLine> tasks,
        int children,
        String draft,
        String refused,
        FormInput typed,
        List<String> meanwhile) {

    /**
     * Something to be done.
     *
     * @param due "" without a day
     * @param done when and by whom; "" while it is to be done
     */
    public record TaskLine(
            long id, String title, String who, String due, boolean late, boolean blocking, String done) {}

    /** The box by which an act is done on what is part of the common fault too. */
    public String childrenLabel() {
        return children == 1
                ? "Anche al ticket che ne fa parte"
                : "Anche ai " + children + " ticket che ne fanno parte";
    }

    /** What was typed in a form; empty for the others. */
    public FormInput of(String form) {
        return form.equals(refused)
                ? typed
                : form.equals("risposta") ? FormInput.empty().with("text", draft) : FormInput.empty();
    }
}
