// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import java.util.List;

/** A letter to a late payer. */
public record ReminderLetter(
        String step,
        boolean formal,
        String payer,
        String seat,
        String day,
        String request,
        String requestDay,
        String due,
        String amount,
        String residual,
        String payBy,
        PaymentRequestPage.Means means,
        String notice,
        List<String> objects,
        List<String> before) {}
