// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request on its way in; see {@link Request}. */
record Asked(
        RequestKind kind,
        LocalDate requestedOn,
        @Nullable Protocol protocol,
        int formVersion,
        Map<String, String> answers,
        Map<String, BigDecimal> quantities,
        List<PayerShare> payers,
        @Nullable LocalDate fromDay,
        String reason) {

    static Asked activation(NewRequest request) {
        return new Asked(
                RequestKind.ACTIVATION,
                request.requestedOn(),
                request.protocol(),
                request.formVersion(),
                request.answers(),
                request.quantities(),
                request.payers(),
                null,
                request.notes());
    }

    static Asked more(
            LocalDate on,
            @Nullable Protocol protocol,
            Map<String, BigDecimal> quantities,
            LocalDate from,
            String reason) {
        return new Asked(RequestKind.MORE, on, protocol, 0, Map.of(), quantities, List.of(), from, reason);
    }

    static Asked payer(
            LocalDate on, @Nullable Protocol protocol, List<PayerShare> payers, LocalDate from, String reason) {
        return new Asked(RequestKind.PAYER, on, protocol, 0, Map.of(), Map.of(), payers, from, reason);
    }

    static Asked termination(Termination termination) {
        return new Asked(
                RequestKind.TERMINATION,
                termination.requestedOn(),
                termination.protocol(),
                0,
                Map.of(),
                Map.of(),
                List.of(),
                termination.lastDay(),
                termination.reason());
    }

    static Asked renewal(LocalDate on, int year, String reason) {
        return new Asked(
                RequestKind.RENEWAL, on, null, 0, Map.of(), Map.of(), List.of(), LocalDate.of(year, 1, 1), reason);
    }
}
