// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import java.util.List;

/**
 * "Perché questo importo": all that a mayor needs to understand a quota, in words.
 *
 * @param body as acts write it: {@code Comune di Coccaglio}
 * @param amount as shown; "" when it cannot be computed
 * @param refusal why there is no amount, "" when there is one
 * @param membership the days of membership, in words
 * @param steps how the amount comes out
 * @param rule title of the tariff
 * @param act that set it
 * @param notes of the tariff
 * @param warnings what is still to be confirmed, or is only demonstrative
 */
public record DueSheet(
        String organization,
        String body,
        int year,
        String amount,
        String refusal,
        String scheme,
        String membership,
        List<FigureLine> figures,
        List<StepLine> steps,
        String rule,
        String act,
        String validity,
        List<String> notes,
        List<String> warnings,
        List<PayerLine> payers) {

    /** A figure of the body: what, how many, on which day, from where. */
    public record FigureLine(String label, String value, String date, String source, String mark) {}

    /** A step of the calculation; deeper ones are parts of what follows. */
    public record StepLine(String text, String amount, int depth, String marks) {}

    /** Who pays how much. */
    public record PayerLine(String name, String amount) {}
}
