// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A tariff as the fields of the editor, and back. */
final class TariffForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TariffForm() {}

    /** The fields of a tariff. */
    static FormInput of(Tariff tariff) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        put(form, "code", tariff.code());
        put(form, "title", tariff.title());
        put(form, "validFrom", tariff.validFrom().toString());
        put(form, "validTo", tariff.validTo() == null ? "" : tariff.validTo().toString());
        Vat vat = tariff.vat();
        put(form, "vat", vat == null ? "" : vat.rate() == null ? "ESENTE" : "ALIQUOTA");
        put(
                form,
                "vatRate",
                vat == null || vat.rate() == null ? "" : plain(vat.rate().value()));
        put(form, "vatReference", vat == null ? "" : vat.reference());
        put(form, "notes", String.join("\n", tariff.notes()));
        Map<String, String> dates = new LinkedHashMap<>();
        TariffJson.toJson(tariff)
                .path("figureDates")
                .properties()
                .forEach(date -> EditorJson.putDate(
                        dates, "date." + date.getKey(), date.getValue().stringValue("")));
        dates.forEach((name, value) -> put(form, name, value));
        for (int i = 0; i < tariff.quantities().size(); i++) {
            Quantity quantity = tariff.quantities().get(i);
            put(form, "q." + i + ".key", quantity.key());
            put(form, "q." + i + ".label", quantity.label());
            put(form, "q." + i + ".unit", quantity.unit());
            put(form, "q." + i + ".missing", quantity.whenMissing() == null ? "" : plain(quantity.whenMissing()));
        }
        EditorFields.write(EditorJson.read(TariffJson.toJson(tariff.tree())), EditorFields.ROOT, form);
        return FormInput.of(form);
    }

    /**
     * The tariff that a form holds; {@code null} when something is missing or wrong, which the form then says.
     *
     * @param centre code of the centre whose draft it is
     */
    static @Nullable Tariff read(FormInput form, String centre) {
        ObjectNode json = JSON.objectNode();
        String code = form.required("code", "tariffs.editor.text");
        if (!code.isEmpty() && !Tariffs.CODE.matcher(code).matches()) {
            form.reject("code", Messages.text("tariffs.code.form", code));
        }
        json.put("code", code);
        json.put("title", form.required("title", "tariffs.title.required"));
        json.put("centre", centre);
        form.required("validFrom", "tariffs.valid-from.required");
        var from = form.date("validFrom");
        var to = form.date("validTo");
        if (from != null) {
            json.put("validFrom", from.toString());
        }
        if (to != null) {
            json.put("validTo", to.toString());
        }
        if (from != null && to != null && to.isBefore(from)) {
            form.reject("validTo", Messages.text("tariffs.valid-to.order", Words.day(to), Words.day(from)));
        }
        json.set("figureDates", EditorJson.dates(form, "date"));
        ArrayNode quantities = json.putArray("quantities");
        for (int i = 0; i < quantities(form); i++) {
            quantities.add(quantity(form, "q." + i + "."));
        }
        vat(form, json);
        ArrayNode notes = json.putArray("notes");
        form.textOrEmpty("notes").lines().filter(line -> !line.isBlank()).forEach(notes::add);
        json.set("tree", EditorJson.write(EditorFields.read(form, EditorFields.ROOT), form));
        if (!form.isValid()) {
            return null;
        }
        try {
            return TariffJson.read(json);
        } catch (Refusal refusal) {
            form.reject("", refusal.inItalian());
            return null;
        }
    }

    /** How many rows of quantities a form has. */
    static int quantities(FormInput form) {
        Map<String, String> sent = form.values();
        int count = 0;
        while (sent.containsKey("q." + count + ".key")) {
            count++;
        }
        return count;
    }

    /**
     * The same form with another tree and a row of quantities more or less.
     *
     * @param removed index of the row to take away; -1 for none
     */
    static FormInput with(FormInput form, EditorNode tree, boolean added, int removed) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.values().keySet().stream()
                .filter(field -> !field.matches("n(-\\d+)*\\..*|q\\.\\d+\\..*|act"))
                .forEach(field -> fields.put(field, form.all(field)));
        List<String> parts = List.of("key", "label", "unit", "missing");
        int row = 0;
        for (int i = 0; i < quantities(form); i++) {
            if (i != removed) {
                for (String part : parts) {
                    put(fields, "q." + row + "." + part, form.typed("q." + i + "." + part));
                }
                row++;
            }
        }
        if (added) {
            for (String part : parts) {
                put(fields, "q." + row + "." + part, "");
            }
        }
        EditorFields.write(tree, EditorFields.ROOT, fields);
        return FormInput.of(fields);
    }

    /** The keys of the quantities that a form declares, as far as they are written. */
    static List<Quantity> declared(FormInput form) {
        List<Quantity> declared = new ArrayList<>();
        for (int i = 0; i < quantities(form); i++) {
            String key = form.textOrEmpty("q." + i + ".key");
            if (!key.isEmpty()) {
                String label = form.textOrEmpty("q." + i + ".label");
                declared.add(new Quantity(key, label.isEmpty() ? key : label, "", null));
            }
        }
        return declared;
    }

    private static ObjectNode quantity(FormInput form, String prefix) {
        ObjectNode json = JSON.objectNode();
        String key = form.required(prefix + "key", "tariffs.editor.text");
        if (!key.isEmpty() && !key.matches("[A-Za-z][A-Za-z0-9]*")) {
            form.reject(prefix + "key", Messages.text("tariffs.editor.key", key));
        }
        json.put("key", key);
        json.put("label", form.required(prefix + "label", "tariffs.editor.text"));
        json.put("unit", form.required(prefix + "unit", "tariffs.editor.text"));
        BigDecimal missing = form.decimal(prefix + "missing");
        if (missing != null) {
            json.put("whenMissing", missing.toPlainString());
        }
        return json;
    }

    private static void vat(FormInput form, ObjectNode json) {
        String regime = form.typed("vat");
        if (!regime.equals("ESENTE") && !regime.equals("ALIQUOTA")) {
            return;
        }
        String reference = form.required("vatReference", "tariffs.editor.vat-reference");
        BigDecimal rate = form.decimal("vatRate");
        if (regime.equals("ALIQUOTA")
                && (rate == null || rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(100)) > 0)) {
            form.reject("vatRate", Messages.text("tariffs.editor.vat"));
        }
        json.putObject("vat")
                .put("rate", regime.equals("ESENTE") || rate == null ? "ESENTE" : rate.toPlainString())
                .put("reference", reference);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static void put(Map<String, List<String>> form, String field, String value) {
        form.put(field, List.of(value));
    }
}
