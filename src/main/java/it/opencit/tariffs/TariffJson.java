// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of tariffs: {@code docs/tariff-json.md}, schema in {@code tariffs/tariff.schema.json}.
 *
 * <p>Reading refuses what is not in the schema, naming the path; what a tariff means is the business of
 * {@link TariffCheck}.
 */
public final class TariffJson {

    private static final String EXEMPT = "ESENTE";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private TariffJson() {}

    /**
     * Reads a tariff.
     *
     * @throws Refusal naming the path of what is missing, unknown or of the wrong form
     */
    public static Tariff read(String json) {
        return read(parse(json));
    }

    /**
     * Reads a tariff already parsed.
     *
     * @throws Refusal naming the path of what is missing, unknown or of the wrong form
     */
    public static Tariff read(JsonNode json) {
        JsonCursor in = new JsonCursor("", json)
                .only(
                        "code",
                        "title",
                        "centre",
                        "validFrom",
                        "validTo",
                        "act",
                        "figureDates",
                        "quantities",
                        "tree",
                        "vat",
                        "notes");
        return new Tariff(
                in.get("code").text(),
                in.get("title").text(),
                in.get("centre").text(),
                in.get("validFrom").date(),
                in.optional("validTo", JsonCursor::date),
                in.optional("act", TariffJson::act),
                in.has("figureDates") ? ComponentReader.figureDates(in.get("figureDates")) : Map.of(),
                in.listOrEmpty("quantities", TariffJson::quantity),
                ComponentReader.component(in.get("tree")),
                in.optional("vat", TariffJson::vat),
                in.listOrEmpty("notes", JsonCursor::text));
    }

    /**
     * Reads a bare tree, as the API takes it in place of a code.
     *
     * @throws Refusal naming the path of what is missing, unknown or of the wrong form
     */
    public static Component readTree(JsonNode json) {
        return ComponentReader.component(new JsonCursor("tree", json));
    }

    /** Reads a bare tree from text, as the editor takes it. */
    public static Component readTree(String json) {
        return readTree(parse(json));
    }

    /** A tariff as text, indented. */
    public static String write(Tariff tariff) {
        return MAPPER.writeValueAsString(toJson(tariff));
    }

    /** A bare tree as text, indented. */
    public static String write(Component tree) {
        return MAPPER.writeValueAsString(toJson(tree));
    }

    /** A bare tree. */
    public static ObjectNode toJson(Component tree) {
        return ComponentWriter.component(tree);
    }

    /** A tariff, with its fields in the order of the documentation. */
    public static ObjectNode toJson(Tariff tariff) {
        ObjectNode out = MAPPER.createObjectNode();
        out.put("code", tariff.code());
        out.put("title", tariff.title());
        out.put("centre", tariff.centre());
        out.put("validFrom", tariff.validFrom().toString());
        putIfPresent(out, "validTo", tariff.validTo());
        if (tariff.act() != null) {
            out.set("act", act(tariff.act()));
        }
        out.set("figureDates", ComponentWriter.figureDates(tariff.figureDates()));
        ArrayNode quantities = out.putArray("quantities");
        tariff.quantities().forEach(each -> quantities.add(quantity(each)));
        out.set("tree", ComponentWriter.component(tariff.tree()));
        Vat vat = tariff.vat();
        if (vat != null) {
            ObjectNode node = out.putObject("vat");
            node.put("rate", vat.rate() == null ? EXEMPT : vat.rate().value().toPlainString());
            node.put("reference", vat.reference());
        }
        ArrayNode notes = out.putArray("notes");
        tariff.notes().forEach(notes::add);
        return out;
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            int line = place == null ? 1 : place.getLineNr();
            int column = place == null ? 1 : place.getColumnNr();
            throw new Refusal("tariffs.json.syntax", line, column);
        }
    }

    private static Act act(JsonCursor in) {
        in.only("kind", "body", "number", "date", "text");
        return new Act(
                in.get("kind").text(),
                in.get("body").text(),
                in.optional("number", JsonCursor::text),
                in.optional("date", JsonCursor::date),
                in.optional("text", JsonCursor::text));
    }

    private static ObjectNode act(Act act) {
        ObjectNode out = MAPPER.createObjectNode();
        out.put("kind", act.kind());
        out.put("body", act.body());
        putIfPresent(out, "number", act.number());
        putIfPresent(out, "date", act.date());
        putIfPresent(out, "text", act.text());
        return out;
    }

    private static Quantity quantity(JsonCursor in) {
        in.only("key", "label", "unit", "whenMissing");
        return new Quantity(
                in.get("key").text(),
                in.get("label").text(),
                in.get("unit").text(),
                in.optional("whenMissing", JsonCursor::decimal));
    }

    private static ObjectNode quantity(Quantity quantity) {
        ObjectNode out = MAPPER.createObjectNode();
        out.put("key", quantity.key());
        out.put("label", quantity.label());
        out.put("unit", quantity.unit());
        if (quantity.whenMissing() != null) {
            out.put("whenMissing", quantity.whenMissing().toPlainString());
        }
        return out;
    }

    private static Vat vat(JsonCursor in) {
        in.only("rate", "reference");
        JsonCursor rate = in.get("rate");
        return new Vat(
                rate.text().equals(EXEMPT) ? null : new Percentage(rate.decimal()),
                in.get("reference").text());
    }

    private static void putIfPresent(ObjectNode out, String field, @Nullable Object value) {
        if (value != null) {
            out.put(field, value.toString());
        }
    }
}
