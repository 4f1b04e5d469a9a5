// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/** What a button of the editor does to the form: its value is a word, the name of a component, perhaps a number. */
final class EditorAct {

    private EditorAct() {}

    /** The form after an act; as it is when the act is none that the editor knows. */
    static FormInput apply(String act, FormInput form) {
        EditorNode tree = EditorFields.read(form, EditorFields.ROOT);
        String[] words = act.split(" ");
        String name = words.length > 1 ? words[1] : "";
        int number = words.length > 2 && words[2].matches("\\d{1,4}") ? Integer.parseInt(words[2]) : -1;
        return switch (words[0]) {
            case "addQuantity" -> TariffForm.with(form, tree, true, -1);
            case "removeQuantity" -> TariffForm.with(form, tree, false, number);
            default -> TariffForm.with(form, changed(tree, words[0], name, number, form), false, -1);
        };
    }

    private static EditorNode changed(EditorNode tree, String word, String name, int number, FormInput form) {
        List<Integer> path = EditorFields.path(name);
        return switch (word) {
            case "add" ->
                tree.at(
                        path,
                        node -> node.add(chosen(form, name + ".add", node.type().filler())));
            case "change" -> tree.at(path, node -> node.retyped(chosen(form, name + ".change", node.type())));
            case "wrap" -> tree.at(path, node -> node.within(chosen(form, name + ".wrap", NodeType.SUM)));
            case "unwrap" -> tree.at(path, EditorNode::unwrapped);
            case "addBand" -> tree.at(path, EditorNode::addBand);
            case "removeBand" -> number < 0 ? tree : tree.at(path, node -> node.removeBand(number));
            case "remove" -> inParent(tree, path, EditorNode::remove);
            case "up" -> inParent(tree, path, (parent, index) -> parent.move(index, -1));
            case "down" -> inParent(tree, path, (parent, index) -> parent.move(index, 1));
            default -> tree;
        };
    }

    @FunctionalInterface
    private interface ChangeOfChild {
        EditorNode of(EditorNode parent, int index);
    }

    private static EditorNode inParent(EditorNode tree, List<Integer> path, ChangeOfChild change) {
        return path.isEmpty()
                ? tree
                : tree.at(path.subList(0, path.size() - 1), parent -> change.of(parent, path.getLast()));
    }

    private static NodeType chosen(FormInput form, String field, NodeType otherwise) {
        return NodeType.of(form.typed(field)).orElse(otherwise);
    }
}
