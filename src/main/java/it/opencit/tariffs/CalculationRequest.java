// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a program asks to be computed.
 *
 * @param code of a tariff; {@code null} when {@code tree} is given
 * @param year {@code null} for the present one
 * @param subject {@code null} when no body is given
 */
record CalculationRequest(
        @Nullable String code,
        @Nullable Component tree,
        @Nullable Integer year,
        @Nullable Subject subject,
        Map<String, BigDecimal> quantities) {

    private static final Map<String, String> FIGURES = Map.of(
            "residents", FigureKinds.RESIDENTS,
            "businesses", FigureKinds.BUSINESSES,
            "workstations", FigureKinds.WORKSTATIONS);

    /** Quantities that the engine reads whatever the tariff declares. */
    private static final Set<String> ALWAYS =
            Set.of(Quantity.YEAR_OF_USE, Quantity.MONTHS_OF_USE, Quantity.MONTHS_BEFORE);

    /**
     * Reads a request.
     *
     * @throws Refusal naming the field at fault
     */
    static CalculationRequest read(JsonNode body) {
        JsonCursor in = new JsonCursor("", body).only("code", "tree", "year", "organization", "quantities");
        if (in.has("code") == in.has("tree")) {
            throw Refusal.inField("code", "tariffs.api.one-of");
        }
        return new CalculationRequest(
                in.optional("code", JsonCursor::text),
                in.has("tree") ? TariffJson.readTree(body.path("tree")) : null,
                in.optional("year", CalculationRequest::year),
                in.optional("organization", CalculationRequest::subject),
                in.has("quantities") ? quantities(in.get("quantities")) : Map.of());
    }

    /** A year within our times. */
    static int year(int year) {
        if (year < 1900 || year > 2999) {
            throw Refusal.inField("year", "tariffs.api.year", "year");
        }
        return year;
    }

    /**
     * The case that a tariff is applied to.
     *
     * @throws Refusal when the tariff looks at the body and none is given, or takes no such quantity
     */
    Case on(Tariff tariff, TariffBook book) {
        if (subject == null && Tree.dependsOnBody(tariff.tree())) {
            throw Refusal.inField("organization", "tariffs.api.organization");
        }
        Set<String> taken = new TreeSet<>();
        addQuantities(tariff, book, taken, new TreeSet<>());
        for (String key : quantities.keySet()) {
            if (!taken.contains(key) && !ALWAYS.contains(key)) {
                throw taken.isEmpty()
                        ? Refusal.inField("quantities." + key, "tariffs.api.quantity.none", key)
                        : Refusal.inField(
                                "quantities." + key, "tariffs.api.quantity.unknown", key, String.join(", ", taken));
            }
        }
        return new Case(subject == null ? Subject.of("ente", OrganizationKind.OTHER) : subject, quantities);
    }

    private static void addQuantities(Tariff tariff, TariffBook book, Set<String> keys, Set<String> seen) {
        if (seen.add(tariff.code())) {
            tariff.quantities().forEach(quantity -> keys.add(quantity.key()));
            Tree.references(tariff.tree())
                    .forEach(code -> book.find(code).ifPresent(other -> addQuantities(other, book, keys, seen)));
        }
    }

    private static int year(JsonCursor in) {
        long year = in.integer();
        if (year < 1900 || year > 2999) {
            throw Refusal.inField("year", "tariffs.api.year", "year");
        }
        return (int) year;
    }

    private static Subject subject(JsonCursor in) {
        in.only("kind", "name", "member", "residents", "businesses", "workstations", "figures", "pastAmounts");
        List<Figure> figures = new ArrayList<>();
        FIGURES.forEach((field, kind) -> {
            if (in.has(field)) {
                figures.add(figure(kind, in.get(field)));
            }
        });
        if (in.has("figures")) {
            for (String kind : in.get("figures").names()) {
                figures.add(figure(kind, in.get("figures").get(kind)));
            }
        }
        String name = in.optional("name", JsonCursor::text);
        Boolean member = in.optional("member", JsonCursor::bool);
        return new Subject(
                name == null ? "ente" : name,
                in.get("kind").kind(),
                member == null || member,
                figures,
                in.has("pastAmounts") ? pastAmounts(in.get("pastAmounts")) : Map.of());
    }

    private static Figure figure(String kind, JsonCursor in) {
        long value = in.integer();
        if (value < 0) {
            throw in.refuseAs("tariffs.api.negative", String.valueOf(value));
        }
        return Figure.stated(kind, value);
    }

    private static Map<Integer, Euro> pastAmounts(JsonCursor in) {
        Map<Integer, Euro> amounts = new HashMap<>();
        for (String year : in.names()) {
            if (!year.matches("(19|2\\d)\\d\\d")) {
                throw in.get(year).refuseAs("tariffs.api.year");
            }
            amounts.put(Integer.valueOf(year), in.get(year).amount());
        }
        return amounts;
    }

    private static Map<String, BigDecimal> quantities(JsonCursor in) {
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (String key : in.names()) {
            quantities.put(key, in.get(key).number());
        }
        return quantities;
    }
}
