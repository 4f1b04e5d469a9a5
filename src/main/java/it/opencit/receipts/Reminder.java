// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.documents.FileId;
import it.opencit.shared.Euro;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that left.
 *
 * @param to address, "" when it was not sent by e-mail
 * @param residual what was still to be paid that day
 * @param payBy the last day that it grants
 */
public record Reminder(
        PaymentRequestId request,
        ReminderStep step,
        LocalDate sentOn,
        String to,
        Euro residual,
        LocalDate payBy,
        @Nullable FileId file) {}
