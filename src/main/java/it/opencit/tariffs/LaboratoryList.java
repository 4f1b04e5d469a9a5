// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table beneath: one row for each body, also as CSV and XLSX. */
final class LaboratoryList {

    private LaboratoryList() {}

    /** @param link pattern of the address that a name leads to */
    static Listing listing(LaboratoryReport report, String link) {
        return Listing.named("confronto")
                .column(Column.text("ente", "Ente", "").linkedTo(link))
                .column(Column.text("tipo", "Tipo", ""))
                .column(Column.euro("partenza", "Di partenza", ""))
                .column(Column.euro("prova", "In prova", ""))
                .column(Column.euro("differenza", "Differenza", ""))
                .column(Column.decimal("percento", "%", ""))
                .column(Column.text("avvertenze", "Avvertenze", ""))
                .column(Column.text("motivo", "Perché manca l'importo", ""))
                .filter(Filter.search("Parola", ""))
                .filter(Filter.choice("genere", "Tipo di ente", kinds(report), ""))
                .filter(Filter.choice(
                        "esito",
                        "Esito",
                        List.of(
                                new Option("meno", "paga di meno"),
                                new Option("piu", "paga di più"),
                                new Option("uguale", "paga lo stesso"),
                                new Option("senza", "manca un importo")),
                        ""))
                .sortedBy("ente")
                .whenEmpty("Nessun ente.", null, null);
    }

    static List<ListRow> rows(LaboratoryReport report) {
        return report.bodies().stream().map(LaboratoryList::row).toList();
    }

    private static ListRow row(ComparedBody body) {
        Euro difference = body.difference();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("ente", body.name());
        values.put("tipo", body.kind().label());
        values.put("genere", body.kind().name());
        values.put("partenza", body.now().amount());
        values.put("prova", body.then().amount());
        values.put("differenza", difference);
        values.put("percento", body.percent());
        values.put("avvertenze", String.join("; ", body.marks()));
        values.put("motivo", reasons(body));
        values.put("esito", outcome(difference));
        return new ListRow(body.id(), values);
    }

    private static String outcome(@Nullable Euro difference) {
        if (difference == null) {
            return "senza";
        }
        return difference.isZero() ? "uguale" : difference.isNegative() ? "meno" : "piu";
    }

    private static String reasons(ComparedBody body) {
        return Stream.of(reason("di partenza", body.now()), reason("in prova", body.then()))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String reason(String which, Side side) {
        return side.reason() == null ? "" : "Tariffa " + which + ": " + side.reason();
    }

    private static List<Option> kinds(LaboratoryReport report) {
        return report.bodies().stream()
                .map(ComparedBody::kind)
                .distinct()
                .sorted()
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }
}
