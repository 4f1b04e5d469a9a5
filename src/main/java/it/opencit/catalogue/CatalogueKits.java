// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Period;
import it.opencit.shared.forms.FormField;
import it.opencit.tariffs.Kit;
import it.opencit.tariffs.Kits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The catalogues that the kits ship: {@code kits/<code>/catalogue.json}, read once. */
@Component
class CatalogueKits {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, ShippedCatalogue> catalogues = new LinkedHashMap<>();

    CatalogueKits(Kits kits) {
        for (Kit kit : kits.all()) {
            String path = "/kits/" + kit.code() + "/catalogue.json";
            try (InputStream in = CatalogueKits.class.getResourceAsStream(path)) {
                if (in != null) {
                    catalogues.put(
                            kit.code(),
                            new ShippedCatalogue(
                                    kit.code(), kit.name(), List.of(MAPPER.readValue(in, Shipped[].class))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The catalogue of a kit. */
    record ShippedCatalogue(String code, String name, List<Shipped> services) {}

    /**
     * A service as a kit ships it.
     *
     * @param membersOnly {@code null} means yes
     * @param kinds {@code null} means all
     * @param partner name of the supplier; {@code null} when the centre does it itself
     * @param form declared fields; {@code null} means none
     */
    record Shipped(
            String code,
            String title,
            String summary,
            OfferingClass offeringClass,
            OfferingLevel level,
            OfferingArea area,
            FeeKind fee,
            Continuation continuation,
            @Nullable Boolean membersOnly,
            @Nullable Set<OrganizationKind> kinds,
            @Nullable Integer maxResidents,
            @Nullable AllowanceSharing sharing,
            @Nullable String included,
            @Nullable String partner,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<Price> prices,
            Sheet sheet,
            @Nullable List<FormField> form) {

        OfferingDetails details(@Nullable SupplierId supplier) {
            return new OfferingDetails(
                    code,
                    title,
                    summary,
                    offeringClass,
                    level,
                    area,
                    fee,
                    continuation,
                    prices == null
                            ? List.of()
                            : prices.stream().map(Price::rule).toList(),
                    new Eligibility(membersOnly == null || membersOnly, kinds == null ? Set.of() : kinds, maxResidents),
                    sharing == null ? AllowanceSharing.EACH : sharing,
                    included == null ? "" : included,
                    supplier,
                    new Period(from, to));
        }
    }

    /** A price rule; {@code variant} is "" when {@code null}. */
    record Price(
            ChargeKind charge,
            @Nullable String variant,
            String tariff,
            LocalDate from,
            @Nullable LocalDate to) {

        PriceRule rule() {
            return new PriceRule(charge, variant == null ? "" : variant, tariff, new Period(from, to));
        }
    }

    /** A sheet; levels from 1 to 5. */
    record Sheet(
            @Nullable String context,
            @Nullable String subject,
            @Nullable String duties,
            @Nullable String costs,
            @Nullable String conditions,
            @Nullable String recipients,
            @Nullable String technology,
            @Nullable Integer onlineNow,
            @Nullable Integer onlinePlanned,
            @Nullable String onlineNote,
            @Nullable String activationTime,
            @Nullable String personInCharge,
            @Nullable String staff,
            @Nullable String hours) {

        ServiceSheet of(OfferingId offering) {
            return new ServiceSheet(
                    offering,
                    text(context),
                    text(subject),
                    text(duties),
                    text(costs),
                    text(conditions),
                    text(recipients),
                    text(technology),
                    level(onlineNow),
                    level(onlinePlanned),
                    text(onlineNote),
                    text(activationTime),
                    text(personInCharge),
                    text(staff),
                    text(hours),
                    ServiceContact.NONE,
                    Map.of(),
                    List.of(),
                    0);
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }

        private static @Nullable OnlineLevel level(@Nullable Integer number) {
            return number == null ? null : OnlineLevel.of(number).orElseThrow();
        }
    }

    /** The catalogues in the order of the kits. */
    List<ShippedCatalogue> all() {
        return List.copyOf(catalogues.values());
    }

    /** The services of a kit; none when it ships no catalogue. */
    List<Shipped> of(String kit) {
        ShippedCatalogue found = catalogues.get(kit);
        return found == null ? List.of() : found.services();
    }
}
