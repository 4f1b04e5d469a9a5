// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the tree of a tariff in its JSON form. */
final class ComponentWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ComponentWriter() {}

    static ObjectNode component(Component component) {
        return switch (component) {
            case Component.Named(var label, var content) -> named(label, component(content));
            case Component.Fixed(var amount) -> typed("fixed").set("amount", parameter(amount));
            case Component.PerUnit(var measure, var rate) ->
                typed("perUnit").set("measure", measure(measure)).set("rate", parameter(rate));
            case Component.BandAmount(var by, var bands) ->
                typed("bandAmount").set("by", measure(by)).set("bands", bands(bands));
            case Component.BandRate(var by, var measure, var bands) ->
                typed("bandRate")
                        .set("by", measure(by))
                        .set("measure", measure(measure))
                        .set("bands", bands(bands));
            case Component.Progressive(var measure, var bands) ->
                typed("progressive").set("measure", measure(measure)).set("bands", bands(bands));
            case Component.Overage overage -> overage(overage);
            case Component.Packs(var measure, var size, var price) ->
                typed("packs")
                        .set("measure", measure(measure))
                        .set("size", parameter(size))
                        .set("price", parameter(price));
            case Component.ByKind(var cases, var otherwise) -> byKind(cases, otherwise);
            case Component.ActivationPlusYearly(var activation, var yearly) ->
                typed("activationPlusYearly")
                        .set("activation", component(activation))
                        .set("yearly", component(yearly));
            case Component.FirstYear(var first, var following) ->
                typed("firstYear").set("first", component(first)).set("following", component(following));
            case Component.Sum(var components) -> sum(components);
            case Component.Discount(var content, var percent) ->
                typed("discount").set("percent", parameter(percent)).set("component", component(content));
            case Component.Limits(var content, var min, var max) -> limits(content, min, max);
            case Component.NotAboveYear cap -> notAbove(cap);
            case Component.FreeMonths(var months, var content) ->
                typed("freeMonths").put("months", months).set("component", component(content));
            case Component.Share(var cost, var by, var among) -> share(cost, by, among);
            case Component.Quoted(var quantity, var toConfirm) ->
                confirmed(typed("quoted").put("quantity", quantity), toConfirm);
            case Component.ListPrice(var member, var list) ->
                typed("listPrice").set("member", component(member)).set("list", component(list));
            case Component.Reference(var code) -> typed("tariff").put("code", code);
        };
    }

    static ObjectNode figureDates(Map<String, ReferenceDate> dates) {
        ObjectNode node = JSON.objectNode();
        new TreeMap<>(dates)
                .forEach((kind, date) -> node.put(
                        kind,
                        switch (date) {
                            case ReferenceDate.On(var day) -> day.toString();
                            case ReferenceDate.Moving moving -> moving.name();
                        }));
        return node;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    /** The label goes right after the type, where a reader looks for it. */
    private static ObjectNode named(String label, ObjectNode content) {
        ObjectNode node = typed(content.path("type").stringValue("")).put("label", label);
        content.properties().forEach(field -> node.set(field.getKey(), field.getValue()));
        return node;
    }

    private static ObjectNode overage(Component.Overage overage) {
        ObjectNode node = typed("overage");
        node.set("measure", measure(overage.measure()));
        node.set("allowance", allowance(overage.allowance()));
        node.set("rate", parameter(overage.rate()));
        if (overage.wholeUnits()) {
            node.put("wholeUnits", true);
        }
        return node;
    }

    private static ObjectNode byKind(List<Component.KindCase> cases, @Nullable Component otherwise) {
        ObjectNode node = typed("byKind");
        ArrayNode list = node.putArray("cases");
        for (Component.KindCase each : cases) {
            ObjectNode item = list.addObject();
            item.set("kinds", kinds(each.kinds()));
            item.set("component", component(each.component()));
        }
        if (otherwise != null) {
            node.set("otherwise", component(otherwise));
        }
        return node;
    }

    private static ObjectNode sum(List<Component> components) {
        ObjectNode node = typed("sum");
        ArrayNode list = node.putArray("components");
        components.forEach(each -> list.add(component(each)));
        return node;
    }

    private static ObjectNode limits(Component content, @Nullable Parameter min, @Nullable Parameter max) {
        ObjectNode node = typed("limits");
        if (min != null) {
            node.set("min", parameter(min));
        }
        if (max != null) {
            node.set("max", parameter(max));
        }
        node.set("component", component(content));
        return node;
    }

    private static ObjectNode notAbove(Component.NotAboveYear cap) {
        ObjectNode node = typed("notAboveYear").put("year", cap.year());
        node.set("component", component(cap.component()));
        node.set("computedBy", component(cap.computedBy()));
        if (!cap.figureDates().isEmpty()) {
            node.set("figureDates", figureDates(cap.figureDates()));
        }
        return node;
    }

    private static ObjectNode share(Component cost, Measure by, List<OrganizationKind> among) {
        ObjectNode node = typed("share");
        node.set("cost", component(cost));
        node.set("by", measure(by));
        if (!among.isEmpty()) {
            node.set("among", kinds(among));
        }
        return node;
    }

    private static JsonNode allowance(Allowance allowance) {
        return switch (allowance) {
            case Allowance.Flat(var units) -> parameter(units);
            case Allowance.Banded(var by, var bands) ->
                JSON.objectNode().set("by", measure(by)).set("bands", bands(bands));
            case Allowance.ByKind(var cases, var otherwise) -> {
                ObjectNode node = JSON.objectNode();
                ArrayNode list = node.putArray("cases");
                for (Allowance.KindCase each : cases) {
                    ObjectNode item = list.addObject();
                    item.set("kinds", kinds(each.kinds()));
                    item.set("allowance", allowance(each.allowance()));
                }
                if (otherwise != null) {
                    node.set("otherwise", allowance(otherwise));
                }
                yield node;
            }
        };
    }

    private static ArrayNode bands(List<Band> bands) {
        ArrayNode list = JSON.arrayNode();
        for (Band band : bands) {
            ObjectNode item = list.addObject();
            if (band.from() != null) {
                item.put("from", band.from());
            }
            if (band.upTo() != null) {
                item.put("upTo", band.upTo());
            }
            item.put("value", band.value().value().toPlainString());
            confirmed(item, band.value().toConfirm());
        }
        return list;
    }

    private static ObjectNode measure(Measure measure) {
        return switch (measure) {
            case Measure.OfFigure(var kind) -> JSON.objectNode().put("figure", kind);
            case Measure.OfQuantity(var key) -> JSON.objectNode().put("quantity", key);
        };
    }

    private static JsonNode parameter(Parameter parameter) {
        String value = parameter.value().toPlainString();
        return parameter.toConfirm() == null
                ? JSON.stringNode(value)
                : confirmed(JSON.objectNode().put("value", value), parameter.toConfirm());
    }

    private static ObjectNode confirmed(ObjectNode node, @Nullable String toConfirm) {
        return toConfirm == null ? node : node.put("toConfirm", toConfirm);
    }

    private static ArrayNode kinds(List<OrganizationKind> kinds) {
        ArrayNode list = JSON.arrayNode();
        kinds.forEach(kind -> list.add(kind.name()));
        return list;
    }
}
