// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tariffs.pages.Comparison.Change;
import it.opencit.tariffs.pages.EditorPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a draft being written into what the editor shows. */
@Component
class EditorPages {

    private final Tariffs tariffs;
    private final Preview preview;

    EditorPages(Tariffs tariffs, Preview preview) {
        this.tariffs = tariffs;
        this.preview = preview;
    }

    EditorPage of(
            String title,
            String address,
            String back,
            FormInput form,
            Map<String, String> theirs,
            List<Change> conflict,
            String centre) {
        EditorNode root = EditorFields.read(form, EditorFields.ROOT);
        List<Option> figures = tariffs.figureKinds().names().entrySet().stream()
                .map(entry -> new Option(entry.getKey(), entry.getValue().many()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
        List<Option> measures = new ArrayList<>(List.of(new Option("", "scegli…")));
        figures.forEach(figure -> measures.add(new Option("figure:" + figure.value(), figure.label())));
        TariffForm.declared(form)
                .forEach(quantity -> measures.add(new Option("quantity:" + quantity.key(), quantity.label())));
        return new EditorPage(
                title,
                address,
                back,
                form,
                theirs,
                conflict,
                node(root, EditorFields.ROOT, "", null, 0, 1),
                TariffForm.quantities(form),
                figures,
                measures,
                kinds(),
                types(false, false),
                types(false, true),
                types(true, false),
                preview.of(form, centre));
    }

    static List<Option> kinds() {
        return Arrays.stream(OrganizationKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    private static List<Option> types(boolean allowances, boolean containers) {
        return Arrays.stream(NodeType.values())
                .filter(type -> type.isAllowance() == allowances && (!containers || type.wraps()))
                .map(type -> new Option(type.id, type.label))
                .toList();
    }

    private static EditorPage.Node node(
            EditorNode node, String name, String role, NodeType.@Nullable Repeat within, int index, int siblings) {
        NodeType type = node.type();
        boolean list = type.repeat != NodeType.Repeat.NO;
        List<EditorPage.Node> children = new ArrayList<>();
        for (int i = 0; i < node.children().size(); i++) {
            children.add(node(
                    node.children().get(i),
                    name + "-" + i,
                    list || i >= type.slots.size() ? "" : type.slots.get(i).label(),
                    type.repeat,
                    i,
                    node.children().size()));
        }
        boolean inList = within != null && within != NodeType.Repeat.NO;
        return new EditorPage.Node(
                name,
                role,
                type.id,
                type.label,
                type.isAllowance(),
                inList,
                index == 0,
                index == siblings - 1,
                within == NodeType.Repeat.KINDS,
                type.wraps(),
                type.fields.stream()
                        .map(field ->
                                new EditorPage.Field(name + "." + field.name(), field.label(), control(field.kind())))
                        .toList(),
                type.hasBands() ? node.bands().size() : -1,
                list,
                children);
    }

    private static String control(NodeType.Kind kind) {
        return switch (kind) {
            case PARAMETER, OPTIONAL_PARAMETER -> "parameter";
            case MEASURE -> "measure";
            case INTEGER -> "number";
            case TEXT, OPTIONAL_TEXT -> "text";
            case FLAG -> "flag";
            case KINDS -> "kinds";
            case DATES -> "dates";
        };
    }
}
