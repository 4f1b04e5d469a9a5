// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.tariffs.pages.Comparison.Change;
import it.opencit.tariffs.pages.TariffNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What changed between two tariffs, line by line, in words. */
final class Differences {

    private Differences() {}

    /** The lines that differ: those of the first tariff in its order, then what the second adds. */
    static List<Change> between(Tariff before, Tariff after, FigureKinds kinds) {
        Map<String, String> first = lines(before, kinds);
        Map<String, String> second = lines(after, kinds);
        Set<String> places = new LinkedHashSet<>(first.keySet());
        places.addAll(second.keySet());
        List<Change> changes = new ArrayList<>();
        for (String place : places) {
            String was = first.getOrDefault(place, "");
            String is = second.getOrDefault(place, "");
            if (!was.equals(is)) {
                changes.add(new Change(place, was, is));
            }
        }
        return changes;
    }

    private static Map<String, String> lines(Tariff tariff, FigureKinds kinds) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Codice", tariff.code());
        lines.put("Titolo", tariff.title());
        lines.put("Validità", Words.validity(tariff));
        lines.put("Atto", Words.act(tariff.act()));
        lines.put("IVA", Words.vat(tariff.vat()));
        new TreeMap<>(tariff.figureDates())
                .forEach((kind, date) -> lines.put("Data del dato: " + kinds.plural(kind), Words.when(date)));
        for (Quantity quantity : tariff.quantities()) {
            lines.put("Quantità richiesta: " + quantity.key(), quantity.label() + " (" + quantity.unit() + ")");
        }
        add(Outline.of(tariff, kinds), "Regole", lines);
        for (int i = 0; i < tariff.notes().size(); i++) {
            lines.put("Nota " + (i + 1), tariff.notes().get(i));
        }
        return lines;
    }

    private static void add(TariffNode node, String place, Map<String, String> lines) {
        lines.put(place, node.what());
        for (TariffNode.Row row : node.rows()) {
            lines.put(
                    place + " › " + row.name(),
                    row.toConfirm().isEmpty()
                            ? row.value()
                            : row.value() + " (da confermare: " + row.toConfirm() + ")");
        }
        int number = 0;
        for (TariffNode child : node.children()) {
            number++;
            String name = child.heading().isEmpty() ? "componente " + number : child.heading();
            String below = place + " › " + name;
            add(child, lines.containsKey(below) ? below + " (" + number + ")" : below, lines);
        }
    }
}
