// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import java.util.List;

/**
 * A payment request, as page and as letter.
 *
 * @param amount in full
 * @param due the last day, or the rule while it is not known
 * @param sent "" until it left
 * @param missing what the settings lack to pay through its channel; "" when nothing
 * @param notice number in groups of four, "" without pagoPA
 * @param qr image, "" without pagoPA
 * @param reminders that left
 */
public record PaymentRequestPage(
        String id,
        String label,
        String issued,
        int year,
        String payer,
        String payerAddress,
        String payerTaxCode,
        String seat,
        String amount,
        String channel,
        String document,
        boolean invoice,
        String invoiceOffice,
        String due,
        String sent,
        String received,
        String sentTo,
        String address,
        String missing,
        Means means,
        String notice,
        String iuv,
        String qr,
        String residual,
        boolean paid,
        String act,
        List<Beneficiary> beneficiaries,
        List<Reminded> reminders,
        int version) {

    /** Where to pay. */
    public record Means(String kind, String creditor, String creditorTaxCode, String account) {}

    /** What is asked for one body. */
    public record Beneficiary(String name, String amount, List<Line> lines) {}

    /** A line with its reason. */
    public record Line(
            String id,
            String title,
            String term,
            String amount,
            String net,
            String vat,
            String vatReference,
            String share,
            String because,
            List<String> facts,
            List<String> steps,
            String rule,
            String act) {}

    public record Reminded(String step, String day, String residual, String address) {}
}
