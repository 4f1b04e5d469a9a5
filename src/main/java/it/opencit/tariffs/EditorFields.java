// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.forms.FormInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a form that hold a tree: those of the root begin with {@code n}, those of its second child with
 * {@code n-1}, and so on.
 */
final class EditorFields {

    static final String ROOT = "n";

    private EditorFields() {}

    static EditorNode read(FormInput form, String name) {
        NodeType type = NodeType.of(form.typed(name + ".type")).orElse(NodeType.FIXED);
        Map<String, String> fields = new LinkedHashMap<>();
        String prefix = name + ".";
        form.values().forEach((field, value) -> {
            if (field.startsWith(prefix) && !field.startsWith(prefix + "band.")) {
                fields.put(field.substring(prefix.length()), value);
            }
        });
        for (String many : List.of(EditorNode.KINDS, "among")) {
            if (fields.containsKey(many)) {
                fields.put(many, String.join(",", form.all(prefix + many)));
            }
        }
        List<EditorNode> children = new ArrayList<>();
        while (!form.typed(name + "-" + children.size() + ".type").isEmpty()) {
            children.add(read(form, name + "-" + children.size()));
        }
        return new EditorNode(type, fields, bands(form, prefix), children);
    }

    /** Puts a tree in the fields of a form. */
    static void write(EditorNode node, String name, Map<String, List<String>> form) {
        node.fields()
                .forEach((field, value) -> form.put(
                        name + "." + field,
                        field.equals(EditorNode.KINDS) || field.equals("among")
                                ? List.of(value.split(","))
                                : List.of(value)));
        form.put(name + ".type", List.of(node.type().id));
        for (int i = 0; i < node.bands().size(); i++) {
            EditorNode.BandText band = node.bands().get(i);
            String prefix = name + ".band." + i + ".";
            form.put(prefix + "from", List.of(band.from()));
            form.put(prefix + "upTo", List.of(band.upTo()));
            form.put(prefix + "value", List.of(band.value()));
            form.put(prefix + "why", List.of(band.why()));
        }
        for (int i = 0; i < node.children().size(); i++) {
            write(node.children().get(i), name + "-" + i, form);
        }
    }

    /** The place of a node in the tree, from the name of its fields; the root is the empty path. */
    static List<Integer> path(String name) {
        List<Integer> path = new ArrayList<>();
        for (String step : name.split("-")) {
            if (step.matches("\\d{1,4}")) {
                path.add(Integer.valueOf(step));
            }
        }
        return path;
    }

    private static List<EditorNode.BandText> bands(FormInput form, String prefix) {
        List<EditorNode.BandText> bands = new ArrayList<>();
        Map<String, String> sent = form.values();
        while (sent.containsKey(prefix + "band." + bands.size() + ".value")) {
            String band = prefix + "band." + bands.size() + ".";
            bands.add(new EditorNode.BandText(
                    form.typed(band + "from"),
                    form.typed(band + "upTo"),
                    form.typed(band + "value"),
                    form.typed(band + "why")));
        }
        return bands;
    }
}
