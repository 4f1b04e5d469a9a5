// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import java.util.List;

/** Who is late, and what is proposed. */
public record PaymentReminderPage(boolean writable, List<Late> late, String total) {

    /**
     * @param proposed label of the step to take today; "" when there is none yet
     * @param next what comes, and from when; "" when nothing is left
     * @param last what was sent last
     */
    public record Late(
            String request,
            String label,
            String payer,
            String payerAddress,
            String due,
            long days,
            String amount,
            String residual,
            String last,
            String proposed,
            String next,
            String address) {}
}
