// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns.pages;

import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Map;

/**
 * A sheet to fill in.
 *
 * @param action where it is sent
 * @param deadline such as "Entro il 31/12/2026 (mancano 10 giorni)"
 * @param waiting services asked for and not yet in use
 * @param rows of people
 * @param theirs what somebody else saved meanwhile, by field; empty when nobody did
 * @param channels how a paper answer came; empty for a person of the body
 */
public record SheetPage(
        String title,
        String body,
        String action,
        String text,
        String deadline,
        String saved,
        List<QuestionLine> inUse,
        List<QuestionLine> others,
        List<String> waiting,
        List<FigureLine> figures,
        int rows,
        List<Option> roles,
        Map<String, String> theirs,
        List<Option> channels) {

    /**
     * A service to answer about.
     *
     * @param field name of the answer
     * @param has the quantities in use; "" for none
     * @param rule what happens without an answer; "" for a service that is not in use
     * @param summary of the service
     */
    public record QuestionLine(
            String field,
            String title,
            String summary,
            String has,
            String cost,
            String rule,
            List<Option> answers,
            List<QuantityField> quantities,
            String variantField,
            List<Option> variants,
            String noteField) {}

    /** A quantity to ask, as a total. */
    public record QuantityField(String field, String label) {}

    /** A figure to confirm; {@code known} says value, day and source of the one that is known. */
    public record FigureLine(String field, String label, String known) {}
}
