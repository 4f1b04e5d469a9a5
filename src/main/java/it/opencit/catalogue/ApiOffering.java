// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import it.opencit.organizations.OrganizationKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service as other programs read it.
 *
 * @param code short and stable
 * @param offeringClass {@code class} in JSON
 * @param continuation what happens at the end of a year of a yearly service
 * @param included what the quota includes, Italian
 * @param partner name of the technology partner
 * @param offeredTo last day on which it can be asked for
 */
record ApiOffering(
        OfferingId id,
        String code,
        String title,
        String summary,
        @JsonProperty("class") OfferingClass offeringClass,
        OfferingLevel level,
        OfferingArea area,
        FeeKind fee,
        Continuation continuation,
        List<Price> prices,
        boolean membersOnly,
        Set<OrganizationKind> kinds,
        @Nullable Integer maxResidents,
        AllowanceSharing sharing,
        String included,
        @Nullable String partner,
        LocalDate offeredFrom,
        @Nullable LocalDate offeredTo,
        int version) {

    /** Some services; {@code next} is the value of {@code after} for the following page. */
    record Page(List<ApiOffering> items, @Nullable String next) {}

    /** A service with everything. */
    record Whole(@JsonUnwrapped ApiOffering offering, Sheet sheet, RequestForm requestForm) {}

    /**
     * Which tariff gives a price.
     *
     * @param variant "" holds for every variant without a price of its own
     * @param tariffCode as {@code GET /api/v1/tariffs/{code}} takes it
     */
    record Price(
            ChargeKind charge,
            String variant,
            String tariffCode,
            LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * The sheet, Italian; levels of online service from 1 to 5.
     *
     * @param contact whom the bodies ask; its name is "" when the sheet names nobody
     * @param english the blocks that are translated, by name, with {@code title} and {@code summary} of the service
     */
    record Sheet(
            String context,
            String subject,
            String duties,
            String costs,
            String conditions,
            String recipients,
            String technology,
            @Nullable Integer onlineNow,
            @Nullable Integer onlinePlanned,
            String activationTime,
            String personInCharge,
            String staff,
            String hours,
            ServiceContact contact,
            Map<String, String> english) {

        static Sheet of(ServiceSheet sheet) {
            OnlineLevel now = sheet.onlineNow();
            OnlineLevel planned = sheet.onlinePlanned();
            return new Sheet(
                    sheet.context(),
                    sheet.subject(),
                    sheet.duties(),
                    sheet.costs(),
                    sheet.conditions(),
                    sheet.recipients(),
                    sheet.technology(),
                    now == null ? null : Integer.valueOf(now.number()),
                    planned == null ? null : Integer.valueOf(planned.number()),
                    sheet.activationTime(),
                    sheet.personInCharge(),
                    sheet.staff(),
                    sheet.hours(),
                    sheet.contact(),
                    SheetBlock.byKey(sheet.english()));
        }
    }

    static ApiOffering of(Offering offering, Map<SupplierId, String> partners) {
        SupplierId partner = offering.partner();
        return new ApiOffering(
                offering.id(),
                offering.code(),
                offering.title(),
                offering.summary(),
                offering.offeringClass(),
                offering.level(),
                offering.area(),
                offering.fee(),
                offering.continuation(),
                offering.prices().stream()
                        .map(rule -> new Price(
                                rule.kind(),
                                rule.variant(),
                                rule.tariffCode(),
                                rule.validity().from(),
                                rule.validity().to()))
                        .toList(),
                offering.eligibility().membersOnly(),
                offering.eligibility().kinds(),
                offering.eligibility().maxResidents(),
                offering.sharing(),
                offering.included(),
                partner == null ? null : partners.get(partner),
                offering.offered().from(),
                offering.offered().to(),
                offering.version());
    }
}
