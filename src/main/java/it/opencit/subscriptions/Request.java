// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a body asked about a service, and what became of it.
 *
 * @param formVersion 0 when no form of the service was answered
 * @param fromDay from when, for quantities and payers; the last day asked, for a termination
 * @param reason as the body gives it
 * @param outcome why it was refused, or what was answered
 * @param recordedBy user name
 */
record Request(
        RequestId id,
        SubscriptionId subscription,
        RequestKind kind,
        RequestState state,
        LocalDate requestedOn,
        @Nullable Protocol protocol,
        int formVersion,
        Map<String, String> answers,
        Map<String, BigDecimal> quantities,
        List<PayerShare> payers,
        @Nullable LocalDate fromDay,
        String reason,
        String outcome,
        String recordedBy,
        Instant recordedAt) {}
