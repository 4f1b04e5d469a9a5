// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request whose last day passed with something still to be paid.
 *
 * @param residual what is still to be paid
 * @param sent the reminders that left, in order
 * @param next the step that follows; {@code null} after the formal notice
 * @param nextFrom the first day for it; {@code null} after the formal notice
 */
public record LateRequest(
        PaymentRequest request,
        Euro residual,
        List<Reminder> sent,
        @Nullable ReminderStep next,
        @Nullable LocalDate nextFrom) {

    static LateRequest of(PaymentRequest request, Euro residual, List<Reminder> sent, ReminderIntervals intervals) {
        Optional<Reminder> last = sent.stream().reduce((_, later) -> later);
        Optional<ReminderStep> next = last.isEmpty()
                ? Optional.of(ReminderStep.FIRST)
                : last.get().step().next();
        LocalDate before = last.map(Reminder::sentOn).orElseGet(() -> due(request));
        return new LateRequest(
                request,
                residual,
                List.copyOf(sent),
                next.orElse(null),
                next.map(step -> intervals.from(step, before)).orElse(null));
    }

    /** The step to take on a day; empty while it is too early, and after the formal notice. */
    Optional<ReminderStep> proposed(LocalDate day) {
        return next == null || nextFrom == null || day.isBefore(nextFrom) ? Optional.empty() : Optional.of(next);
    }

    LocalDate due() {
        return due(request);
    }

    private static LocalDate due(PaymentRequest request) {
        PaymentRequest.Sending sending = request.sending();
        if (sending == null) {
            throw new IllegalArgumentException("Not sent, so not late: " + request);
        }
        return sending.dueOn();
    }
}
