// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.catalogue.Offering;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.subscriptions.SubscriptionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as other programs read it.
 *
 * @param answeredBy name of who answered; {@code null} until it is sent
 */
record ApiSheet(
        OrganizationId organization,
        String name,
        SheetStage stage,
        @Nullable String answeredBy,
        @Nullable LocalDate answeredOn,
        @Nullable Channel channel,
        @Nullable String protocol,
        @Nullable LocalDate protocolDate,
        List<ApiLine> lines,
        String notes,
        int version) {

    /** A page of sheets. */
    record Page(List<ApiSheet> items, @Nullable String next) {}

    /**
     * A service on a sheet.
     *
     * @param offering code of the service
     * @param subscription in use; {@code null} for a service that the body does not use
     */
    record ApiLine(
            String offering,
            String title,
            @Nullable SubscriptionId subscription,
            @Nullable LineAnswer answer,
            Map<String, BigDecimal> quantities,
            String variant,
            String note,
            @Nullable LineOutcome outcome,
            String why) {}

    static ApiSheet of(Sheet sheet, Organization body, List<Line> lines, Map<String, Offering> offerings) {
        Reply reply = sheet.state().reply();
        return new ApiSheet(
                sheet.organization(),
                body.fullName(),
                sheet.state().stage(),
                reply == null ? null : reply.by(),
                reply == null ? null : reply.on(),
                reply == null ? null : reply.channel(),
                reply == null || reply.protocol() == null
                        ? null
                        : reply.protocol().digits(),
                reply == null ? null : reply.protocolDate(),
                lines.stream().map(line -> line(line, offerings)).toList(),
                sheet.notes(),
                sheet.version());
    }

    private static ApiLine line(Line line, Map<String, Offering> offerings) {
        Offering offering = offerings.get(line.offering().toString());
        return new ApiLine(
                offering == null ? "" : offering.code(),
                offering == null ? "" : offering.title(),
                line.subscription(),
                line.answer(),
                line.quantities(),
                line.variant(),
                line.note(),
                line.outcome(),
                line.why());
    }
}
