// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the tree of a tariff from its JSON form. */
final class ComponentReader {

    private static final String TYPES = String.join(
            ", ",
            List.of(
                    "fixed",
                    "perUnit",
                    "bandAmount",
                    "bandRate",
                    "progressive",
                    "overage",
                    "packs",
                    "byKind",
                    "activationPlusYearly",
                    "firstYear",
                    "sum",
                    "discount",
                    "limits",
                    "notAboveYear",
                    "freeMonths",
                    "share",
                    "quoted",
                    "listPrice",
                    "tariff"));

    private ComponentReader() {}

    static Component component(JsonCursor in) {
        if (!in.isObject()) {
            throw in.refuse("object");
        }
        Component component = ofType(in);
        return in.has("label") ? new Component.Named(in.get("label").text(), component) : component;
    }

    private static Component ofType(JsonCursor in) {
        String type = in.get("type").text();
        return switch (type) {
            case "fixed" -> new Component.Fixed(only(in, "amount").parameter("amount"));
            case "perUnit" -> {
                Fields fields = only(in, "measure", "rate");
                yield new Component.PerUnit(fields.measure("measure"), fields.parameter("rate"));
            }
            case "bandAmount" -> {
                Fields fields = only(in, "by", "bands");
                yield new Component.BandAmount(fields.measure("by"), fields.bands());
            }
            case "bandRate" -> {
                Fields fields = only(in, "by", "measure", "bands");
                yield new Component.BandRate(fields.measure("by"), fields.measure("measure"), fields.bands());
            }
            case "progressive" -> {
                Fields fields = only(in, "measure", "bands");
                yield new Component.Progressive(fields.measure("measure"), fields.bands());
            }
            case "overage" -> {
                Fields fields = only(in, "measure", "allowance", "rate", "wholeUnits");
                yield new Component.Overage(
                        fields.measure("measure"),
                        allowance(in.get("allowance")),
                        fields.parameter("rate"),
                        in.has("wholeUnits") && in.get("wholeUnits").bool());
            }
            case "packs" -> {
                Fields fields = only(in, "measure", "size", "price");
                yield new Component.Packs(
                        fields.measure("measure"), fields.parameter("size"), fields.parameter("price"));
            }
            case "quoted" -> {
                only(in, "quantity", "toConfirm");
                yield new Component.Quoted(in.get("quantity").text(), in.optional("toConfirm", JsonCursor::text));
            }
            case "tariff" -> {
                only(in, "code");
                yield new Component.Reference(in.get("code").text());
            }
            default -> composed(type, in);
        };
    }

    private static Component composed(String type, JsonCursor in) {
        return switch (type) {
            case "byKind" -> {
                only(in, "cases", "otherwise");
                yield new Component.ByKind(
                        in.list("cases", ComponentReader::kindCase),
                        in.optional("otherwise", ComponentReader::component));
            }
            case "activationPlusYearly" -> {
                Fields fields = only(in, "activation", "yearly");
                yield new Component.ActivationPlusYearly(fields.component("activation"), fields.component("yearly"));
            }
            case "firstYear" -> {
                Fields fields = only(in, "first", "following");
                yield new Component.FirstYear(fields.component("first"), fields.component("following"));
            }
            case "sum" -> {
                only(in, "components");
                yield new Component.Sum(in.list("components", ComponentReader::component));
            }
            case "discount" -> {
                Fields fields = only(in, "component", "percent");
                yield new Component.Discount(fields.component("component"), fields.parameter("percent"));
            }
            case "limits" -> {
                Fields fields = only(in, "component", "min", "max");
                yield new Component.Limits(
                        fields.component("component"),
                        in.optional("min", ComponentReader::parameter),
                        in.optional("max", ComponentReader::parameter));
            }
            case "notAboveYear" -> {
                Fields fields = only(in, "component", "year", "computedBy", "figureDates");
                yield new Component.NotAboveYear(
                        fields.component("component"),
                        year(in.get("year")),
                        fields.component("computedBy"),
                        in.has("figureDates") ? figureDates(in.get("figureDates")) : Map.of());
            }
            case "freeMonths" -> {
                Fields fields = only(in, "months", "component");
                yield new Component.FreeMonths(
                        (int) Math.clamp(in.get("months").integer(), -1, 1200), fields.component("component"));
            }
            case "share" -> {
                Fields fields = only(in, "cost", "by", "among");
                yield new Component.Share(
                        fields.component("cost"), fields.measure("by"), in.listOrEmpty("among", JsonCursor::kind));
            }
            case "listPrice" -> {
                Fields fields = only(in, "member", "list");
                yield new Component.ListPrice(fields.component("member"), fields.component("list"));
            }
            default -> throw in.get("type").refuse("type", type, TYPES);
        };
    }

    static Map<String, ReferenceDate> figureDates(JsonCursor in) {
        Map<String, ReferenceDate> dates = new HashMap<>();
        for (String kind : in.names()) {
            dates.put(kind, in.get(kind).referenceDate());
        }
        return dates;
    }

    private static int year(JsonCursor in) {
        long year = in.integer();
        if (year < 1900 || year > 2999) {
            throw in.refuse("integer");
        }
        return (int) year;
    }

    private static Component.KindCase kindCase(JsonCursor in) {
        in.only("kinds", "component");
        return new Component.KindCase(in.list("kinds", JsonCursor::kind), component(in.get("component")));
    }

    private static Allowance allowance(JsonCursor in) {
        if (in.isObject() && in.has("by")) {
            in.only("by", "bands");
            return new Allowance.Banded(measure(in.get("by")), in.list("bands", ComponentReader::band));
        }
        if (in.isObject() && in.has("cases")) {
            in.only("cases", "otherwise");
            return new Allowance.ByKind(
                    in.list("cases", ComponentReader::allowanceCase),
                    in.optional("otherwise", ComponentReader::allowance));
        }
        return new Allowance.Flat(parameter(in));
    }

    private static Allowance.KindCase allowanceCase(JsonCursor in) {
        in.only("kinds", "allowance");
        return new Allowance.KindCase(in.list("kinds", JsonCursor::kind), allowance(in.get("allowance")));
    }

    private static Band band(JsonCursor in) {
        in.only("from", "upTo", "value", "toConfirm");
        return new Band(
                in.optional("from", JsonCursor::integer),
                in.optional("upTo", JsonCursor::integer),
                new Parameter(in.get("value").decimal(), in.optional("toConfirm", JsonCursor::text)));
    }

    private static Measure measure(JsonCursor in) {
        in.only("figure", "quantity");
        if (in.has("figure") == in.has("quantity")) {
            throw in.refuse("measure");
        }
        return in.has("figure")
                ? Measure.figure(in.get("figure").text())
                : Measure.quantity(in.get("quantity").text());
    }

    private static Parameter parameter(JsonCursor in) {
        if (!in.isObject()) {
            return new Parameter(in.decimal(), null);
        }
        in.only("value", "toConfirm");
        return new Parameter(in.get("value").decimal(), in.optional("toConfirm", JsonCursor::text));
    }

    private static Fields only(JsonCursor in, String... fields) {
        return new Fields(in.only(
                Stream.concat(Stream.of("type", "label"), Stream.of(fields)).toArray(String[]::new)));
    }

    /** The fields of a component, each read as what it is. */
    private record Fields(JsonCursor in) {

        Component component(String field) {
            return ComponentReader.component(in.get(field));
        }

        Parameter parameter(String field) {
            return ComponentReader.parameter(in.get(field));
        }

        Measure measure(String field) {
            return ComponentReader.measure(in.get(field));
        }

        List<Band> bands() {
            return in.list("bands", ComponentReader::band);
        }
    }
}
