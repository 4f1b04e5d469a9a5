// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A component while it is being written: what was typed, whole or not.
 *
 * @param fields by name, as typed; a parameter has a second one with {@link #WHY}
 * @param bands of a table
 * @param children in the order of the slots, or of the list
 */
record EditorNode(NodeType type, Map<String, String> fields, List<BandText> bands, List<EditorNode> children) {

    /** Ends the name of the field that says why a number is to be confirmed. */
    static final String WHY = ".why";

    static final String LABEL = "label";

    /** The kinds of body that a child is for, separated by commas. */
    static final String KINDS = "kinds";

    /** Among the kinds: all those that no other child names. */
    static final String OTHERWISE = "ALTRI";

    EditorNode {
        fields = Map.copyOf(fields);
        bands = List.copyOf(bands);
        children = List.copyOf(children);
    }

    /** A band as typed. */
    record BandText(String from, String upTo, String value, String why) {
        static final BandText EMPTY = new BandText("", "", "", "");
    }

    /** A component not yet written, with its places filled by others. */
    static EditorNode empty(NodeType type) {
        List<EditorNode> children = new ArrayList<>();
        type.slots.forEach(_ -> children.add(empty(type.filler())));
        if (type.repeat != NodeType.Repeat.NO) {
            children.add(empty(type.filler()));
        }
        return new EditorNode(type, Map.of(), type.hasBands() ? List.of(BandText.EMPTY) : List.of(), children);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** This tree with the node at a path changed; as it is when there is none there. */
    EditorNode at(List<Integer> path, UnaryOperator<EditorNode> change) {
        if (path.isEmpty()) {
            return change.apply(this);
        }
        int index = path.getFirst();
        if (index >= children.size()) {
            return this;
        }
        List<EditorNode> changed = new ArrayList<>(children);
        changed.set(index, changed.get(index).at(path.subList(1, path.size()), change));
        return withChildren(changed);
    }

    EditorNode add(NodeType wanted) {
        if (type.repeat == NodeType.Repeat.NO || wanted.isAllowance() != type.isAllowance()) {
            return this;
        }
        List<EditorNode> more = new ArrayList<>(children);
        more.add(empty(wanted));
        return withChildren(more);
    }

    EditorNode remove(int index) {
        List<EditorNode> fewer = new ArrayList<>(children);
        if (type.repeat != NodeType.Repeat.NO && index < fewer.size()) {
            fewer.remove(index);
        }
        return withChildren(fewer);
    }

    /** Moves a child by one place, up with -1 and down with 1. */
    EditorNode move(int index, int by) {
        List<EditorNode> moved = new ArrayList<>(children);
        int to = index + by;
        if (index < moved.size() && to >= 0 && to < moved.size()) {
            moved.add(to, moved.remove(index));
        }
        return withChildren(moved);
    }

    /** The same place with another type; what the two have in common stays. */
    EditorNode retyped(NodeType wanted) {
        if (wanted.isAllowance() != type.isAllowance()) {
            return this;
        }
        EditorNode fresh = empty(wanted);
        List<EditorNode> kept = new ArrayList<>(fresh.children);
        if (type.filler() == wanted.filler()) {
            for (int i = 0; i < children.size(); i++) {
                if (i < kept.size()) {
                    kept.set(i, children.get(i));
                } else if (wanted.repeat != NodeType.Repeat.NO) {
                    kept.add(children.get(i));
                }
            }
        }
        return new EditorNode(wanted, fields, wanted.hasBands() && !bands.isEmpty() ? bands : fresh.bands, kept);
    }

    /** This component as the first one within another. */
    EditorNode within(NodeType wanted) {
        if (type.isAllowance() || !wanted.wraps()) {
            return this;
        }
        Map<String, String> outer = new LinkedHashMap<>();
        Map<String, String> inner = new LinkedHashMap<>(fields);
        String kinds = inner.remove(KINDS);
        if (kinds != null) {
            outer.put(KINDS, kinds);
        }
        EditorNode fresh = empty(wanted);
        List<EditorNode> all = new ArrayList<>(fresh.children);
        all.set(0, new EditorNode(type, inner, bands, children));
        return new EditorNode(wanted, outer, fresh.bands, all);
    }

    /** The first component within this one, in its place. */
    EditorNode unwrapped() {
        if (!type.wraps() || children.isEmpty()) {
            return this;
        }
        EditorNode first = children.getFirst();
        Map<String, String> kept = new LinkedHashMap<>(first.fields);
        kept.remove(KINDS);
        if (fields.containsKey(KINDS)) {
            kept.put(KINDS, field(KINDS));
        }
        return new EditorNode(first.type, kept, first.bands, first.children);
    }

    /** One more band, before the last one, which stays open. */
    EditorNode addBand() {
        List<BandText> more = new ArrayList<>(bands);
        more.add(Math.max(0, more.size() - 1), BandText.EMPTY);
        return new EditorNode(type, fields, more, children);
    }

    EditorNode removeBand(int index) {
        List<BandText> fewer = new ArrayList<>(bands);
        if (index < fewer.size()) {
            fewer.remove(index);
        }
        return new EditorNode(type, fields, fewer, children);
    }

    private EditorNode withChildren(List<EditorNode> others) {
        return new EditorNode(type, fields, bands, others);
    }
}
