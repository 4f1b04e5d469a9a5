// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.ProtocolNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as other programs read it; what has not happened yet is {@code null}.
 *
 * @param allowed the transitions that can be recorded now
 * @param version to send back with the next transition
 */
record ApiSubscription(
        SubscriptionId id,
        OrganizationId organizationId,
        String offering,
        String title,
        String variant,
        SubscriptionStage stage,
        LocalDate requestedOn,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Contact contact,
        @Nullable String partner,
        Map<String, BigDecimal> quantities,
        List<ApiRequest> requests,
        List<SubscriptionActKind> allowed,
        String notes,
        int version) {

    /** Subscriptions, a page at a time; {@code next} is the {@code after} of the following one. */
    record Page(List<ApiSubscription> items, @Nullable String next) {}

    /** What was asked, and what became of it. */
    record ApiRequest(
            String id,
            RequestKind kind,
            RequestState state,
            LocalDate requestedOn,
            @Nullable String protocolRegister,
            @Nullable ProtocolNumber protocolNumber,
            @Nullable LocalDate protocolDate,
            Map<String, BigDecimal> quantities,
            List<ApiPayer> payers,
            @Nullable LocalDate fromDay,
            String reason) {

        static ApiRequest of(Request request) {
            Protocol protocol = request.protocol();
            return new ApiRequest(
                    request.id().toString(),
                    request.kind(),
                    request.state(),
                    request.requestedOn(),
                    protocol == null ? null : protocol.register(),
                    protocol == null ? null : protocol.number(),
                    protocol == null ? null : protocol.date(),
                    request.quantities(),
                    request.payers().stream()
                            .map(share ->
                                    new ApiPayer(share.payer(), share.share().value()))
                            .toList(),
                    request.fromDay(),
                    request.reason());
        }
    }

    /** A body that pays a part, in per cent. */
    record ApiPayer(
            @Nullable OrganizationId organizationId,
            @Nullable BigDecimal percent) {}

    /** A new request; {@code offering} is a code of the catalogue. */
    record Asking(
            @Nullable OrganizationId organizationId,
            @Nullable String offering,
            @Nullable String variant,
            @Nullable LocalDate requestedOn,
            @Nullable String protocolRegister,
            @Nullable ProtocolNumber protocolNumber,
            @Nullable LocalDate protocolDate,
            @Nullable ApiContact contact,
            @Nullable Map<String, BigDecimal> quantities,
            @Nullable List<ApiPayer> payers,
            @Nullable String notes) {}

    /** A person to turn to, of whom not all is known. */
    record ApiContact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /** A service with the cost of one body. */
    record ApiOffer(
            String offering,
            String title,
            boolean available,
            @Nullable String refusal,
            @Nullable SubscriptionId subscription,
            String included,
            List<ApiCost> costs,
            List<ApiAllowance> allowances) {}

    /** What one price comes to; {@code amount} is {@code null} with a {@code refusal}. */
    record ApiCost(
            String kind,
            String variant,
            @Nullable String tariff,
            Map<String, BigDecimal> quantities,
            @Nullable Euro amount,
            @Nullable String refusal,
            List<ApiStep> explanation) {}

    /** A step of an explanation. */
    record ApiStep(String text, String amount, int depth) {}

    /** What is included and how much of it is left. */
    record ApiAllowance(String quantity, BigDecimal included, BigDecimal used, BigDecimal left, boolean shared) {}

    /** The offers of a body in a year. */
    record Offers(OrganizationId organizationId, int year, List<ApiOffer> items) {}
}
