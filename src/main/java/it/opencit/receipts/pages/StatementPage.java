// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import java.util.List;

/** The accounts of a body, as page and as document. */
public record StatementPage(
        String body,
        String title,
        Sums total,
        List<Sums> years,
        List<Line> own,
        List<Line> others,
        List<Request> requests) {

    public record Sums(String label, String due, String assessed, String collected, String residual, String credit) {}

    /** @param address of the reason, "" where there is none */
    public record Line(
            String year,
            String object,
            String address,
            String beneficiary,
            String payer,
            String due,
            String assessed,
            String collected,
            String residual,
            String credit,
            String accertamento,
            String because) {}

    public record Request(String label, String address, String day, String amount, String due) {}
}
