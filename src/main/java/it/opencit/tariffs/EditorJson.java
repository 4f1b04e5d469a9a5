// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a tree being written into its JSON form, noting in the form what is missing or wrong, and back. */
final class EditorJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FormInput form;

    private EditorJson(FormInput form) {
        this.form = form;
    }

    /** The JSON form of what a form holds; good only if the form is still valid afterwards. */
    static JsonNode write(EditorNode root, FormInput form) {
        return new EditorJson(form).json(root, EditorFields.ROOT);
    }

    private JsonNode json(EditorNode node, String name) {
        NodeType type = node.type();
        if (type == NodeType.ALLOWANCE_FLAT) {
            return parameter(name + ".units", true);
        }
        ObjectNode json = JSON.objectNode();
        if (!type.isAllowance()) {
            json.put("type", type.id);
            String label = form.text(name + "." + EditorNode.LABEL);
            if (label != null) {
                json.put("label", label);
            }
        }
        type.fields.forEach(field -> field(json, field, name + "." + field.name()));
        if (type.hasBands()) {
            ArrayNode bands = json.putArray("bands");
            for (int i = 0; i < node.bands().size(); i++) {
                bands.add(band(name + ".band." + i + "."));
            }
        }
        for (int i = 0; i < type.slots.size() && i < node.children().size(); i++) {
            json.set(type.slots.get(i).name(), json(node.children().get(i), name + "-" + i));
        }
        if (type.repeat != NodeType.Repeat.NO) {
            list(node, name, json);
        }
        return json;
    }

    private void list(EditorNode node, String name, ObjectNode json) {
        NodeType type = node.type();
        ArrayNode list = json.putArray(type.listName);
        for (int i = 0; i < node.children().size(); i++) {
            String child = name + "-" + i;
            JsonNode content = json(node.children().get(i), child);
            if (type.repeat == NodeType.Repeat.PLAIN) {
                list.add(content);
                continue;
            }
            List<String> kinds = kinds(node.children().get(i).field(EditorNode.KINDS));
            if (kinds.contains(EditorNode.OTHERWISE)) {
                if (json.has("otherwise") || kinds.size() > 1) {
                    form.reject(child + "." + EditorNode.KINDS, Messages.text("tariffs.editor.otherwise"));
                }
                json.set("otherwise", content);
            } else {
                ObjectNode item = list.addObject();
                ArrayNode names = item.putArray("kinds");
                kinds.forEach(names::add);
                item.set(type.itemName, content);
            }
        }
    }

    private void field(ObjectNode json, NodeType.Field field, String name) {
        switch (field.kind()) {
            case PARAMETER -> json.set(field.name(), parameter(name, true));
            case OPTIONAL_PARAMETER -> {
                if (!form.textOrEmpty(name).isEmpty()) {
                    json.set(field.name(), parameter(name, false));
                }
            }
            case MEASURE -> {
                String[] parts = form.required(name, "tariffs.editor.measure").split(":", 2);
                json.putObject(field.name()).put(parts[0], parts.length > 1 ? parts[1] : "");
            }
            case INTEGER -> {
                form.required(name, "tariffs.editor.number");
                Long value = form.integer(name);
                json.put(field.name(), value == null ? 0 : value);
            }
            case TEXT -> json.put(field.name(), form.required(name, "tariffs.editor.text"));
            case OPTIONAL_TEXT -> {
                String text = form.text(name);
                if (text != null) {
                    json.put(field.name(), text);
                }
            }
            case FLAG -> {
                if (form.isChecked(name)) {
                    json.put(field.name(), true);
                }
            }
            case KINDS -> {
                ArrayNode names = json.putArray(field.name());
                form.all(name).stream().filter(kind -> !kind.isBlank()).forEach(names::add);
            }
            case DATES -> json.set(field.name(), dates(form, name));
        }
    }

    /** The dates of the figures that a form asks for, each kind in two fields: which date, and what day. */
    static ObjectNode dates(FormInput form, String name) {
        ObjectNode json = JSON.objectNode();
        String prefix = name + ".";
        for (String field : form.values().keySet()) {
            if (field.startsWith(prefix) && field.endsWith(".when")) {
                String kind = field.substring(prefix.length(), field.length() - ".when".length());
                String when = form.typed(field);
                if (when.equals("ON")) {
                    var day = form.date(prefix + kind + ".on");
                    if (day == null) {
                        form.reject(prefix + kind + ".on", Messages.text("tariffs.editor.day"));
                    } else {
                        json.put(kind, day.toString());
                    }
                } else if (!when.isEmpty()) {
                    json.put(kind, when);
                }
            }
        }
        return json;
    }

    private JsonNode parameter(String name, boolean required) {
        BigDecimal value = number(name, required);
        String text = value == null ? "0" : value.toPlainString();
        String why = form.text(name + EditorNode.WHY);
        return why == null
                ? JSON.stringNode(text)
                : JSON.objectNode().put("value", text).put("toConfirm", why);
    }

    private ObjectNode band(String prefix) {
        ObjectNode json = JSON.objectNode();
        Long from = form.integer(prefix + "from");
        Long upTo = form.integer(prefix + "upTo");
        if (from != null) {
            json.put("from", from);
        }
        if (upTo != null) {
            json.put("upTo", upTo);
        }
        BigDecimal value = number(prefix + "value", true);
        json.put("value", value == null ? "0" : value.toPlainString());
        String why = form.text(prefix + "why");
        return why == null ? json : json.put("toConfirm", why);
    }

    private @Nullable BigDecimal number(String name, boolean required) {
        if (required) {
            form.required(name, "tariffs.editor.number");
        }
        BigDecimal value = form.decimal(name);
        if (value != null && (value.scale() > 9 || value.precision() - value.scale() > 12)) {
            form.reject(name, Messages.text("shared.number", form.typed(name)));
        }
        return value;
    }

    static List<String> kinds(String joined) {
        return Arrays.stream(joined.split(",")).filter(kind -> !kind.isBlank()).toList();
    }

    /** A tree as the editor writes it, from its JSON form. */
    static EditorNode read(JsonNode json) {
        NodeType type = NodeType.of(json.path("type").stringValue("")).orElse(NodeType.FIXED);
        return read(json, type);
    }

    private static EditorNode allowance(JsonNode json) {
        if (json.has("bands")) {
            return read(json, NodeType.ALLOWANCE_BANDS);
        }
        if (json.has("cases")) {
            return read(json, NodeType.ALLOWANCE_BY_KIND);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "units", json);
        return new EditorNode(NodeType.ALLOWANCE_FLAT, fields, List.of(), List.of());
    }

    private static EditorNode read(JsonNode json, NodeType type) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (json.has("label")) {
            fields.put(EditorNode.LABEL, json.path("label").stringValue(""));
        }
        for (NodeType.Field field : type.fields) {
            if (json.has(field.name())) {
                read(fields, field, json.path(field.name()));
            }
        }
        List<EditorNode.BandText> bands = new ArrayList<>();
        for (JsonNode band : json.path("bands")) {
            bands.add(new EditorNode.BandText(
                    band.path("from").asString(""),
                    band.path("upTo").asString(""),
                    comma(band.path("value").stringValue("")),
                    band.path("toConfirm").stringValue("")));
        }
        List<EditorNode> children = new ArrayList<>();
        type.slots.forEach(slot -> children.add(
                slot.name().equals("allowance") ? allowance(json.path("allowance")) : read(json.path(slot.name()))));
        if (type.repeat == NodeType.Repeat.PLAIN) {
            json.path(type.listName).forEach(child -> children.add(read(child)));
        } else if (type.repeat == NodeType.Repeat.KINDS) {
            for (JsonNode item : json.path(type.listName)) {
                List<String> kinds = new ArrayList<>();
                item.path("kinds").forEach(kind -> kinds.add(kind.stringValue("")));
                children.add(child(type, item.path(type.itemName), String.join(",", kinds)));
            }
            if (json.has("otherwise")) {
                children.add(child(type, json.path("otherwise"), EditorNode.OTHERWISE));
            }
        }
        return new EditorNode(type, fields, bands, children);
    }

    private static EditorNode child(NodeType parent, JsonNode json, String kinds) {
        EditorNode node = parent.isAllowance() ? allowance(json) : read(json);
        Map<String, String> fields = new LinkedHashMap<>(node.fields());
        fields.put(EditorNode.KINDS, kinds);
        return new EditorNode(node.type(), fields, node.bands(), node.children());
    }

    private static void read(Map<String, String> fields, NodeType.Field field, JsonNode value) {
        switch (field.kind()) {
            case PARAMETER, OPTIONAL_PARAMETER -> put(fields, field.name(), value);
            case MEASURE -> {
                String key = value.has("figure") ? "figure" : "quantity";
                fields.put(field.name(), key + ":" + value.path(key).stringValue(""));
            }
            case INTEGER, TEXT, OPTIONAL_TEXT -> fields.put(field.name(), value.asString(""));
            case FLAG -> fields.put(field.name(), value.booleanValue(false) ? "si" : "");
            case KINDS -> {
                List<String> kinds = new ArrayList<>();
                value.forEach(kind -> kinds.add(kind.stringValue("")));
                fields.put(field.name(), String.join(",", kinds));
            }
            case DATES ->
                value.properties()
                        .forEach(date -> putDate(
                                fields,
                                field.name() + "." + date.getKey(),
                                date.getValue().stringValue("")));
        }
    }

    /** A date as its two fields. */
    static void putDate(Map<String, String> fields, String name, String date) {
        boolean day = date.matches("\\d{4}-.*");
        fields.put(name + ".when", day ? "ON" : date);
        fields.put(name + ".on", day ? date : "");
    }

    private static void put(Map<String, String> fields, String name, JsonNode parameter) {
        JsonNode value = parameter.isObject() ? parameter.path("value") : parameter;
        fields.put(name, comma(value.stringValue("")));
        fields.put(name + EditorNode.WHY, parameter.path("toConfirm").stringValue(""));
    }

    private static String comma(String decimal) {
        return decimal.replace('.', ',');
    }
}
