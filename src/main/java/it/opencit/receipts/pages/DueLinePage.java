// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import java.util.List;

/**
 * A line of the dues with its reason.
 *
 * @param amount in full, of this line
 * @param because of an adjustment, what changed; "" otherwise
 * @param share "" when the payer pays all of it
 * @param state in the treasury, or that it is a draft
 * @param facts numbers that counted
 * @param steps how the whole comes out
 */
public record DueLinePage(
        int year,
        String run,
        String beneficiary,
        String beneficiaryAddress,
        String payer,
        String payerAddress,
        String title,
        String kind,
        String term,
        String net,
        String vat,
        String vatReference,
        String amount,
        String owed,
        String before,
        boolean adjustment,
        String because,
        String share,
        String due,
        String state,
        List<DueSheet.FigureLine> facts,
        List<DueSheet.StepLine> steps,
        String rule,
        String act,
        List<String> warnings) {}
