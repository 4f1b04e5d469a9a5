// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists of what is spent and of what else comes in: some hundred rows a year, few enough to be put together here. */
final class CostLists {

    private CostLists() {}

    static Listing costs() {
        return Listing.named("costi")
                .column(Column.year("anno", "Anno", ""))
                .column(Column.text("natura", "Natura", ""))
                .column(Column.text("servizio", "Servizio", ""))
                .column(Column.text("descrizione", "Descrizione", "").linkedTo(CostController.COSTS + "/{key}"))
                .column(Column.euro("importo", "Importo", ""))
                .column(Column.text("atto", "Atto", ""))
                .filter(Filter.search("Descrizione, servizio, atto", ""))
                .filter(Filter.choice(
                        "natura",
                        "Natura",
                        Arrays.stream(CostKind.values())
                                .map(kind -> new Option(kind.label(), kind.label()))
                                .toList(),
                        ""))
                .sortedDescendingBy("anno")
                .whenEmpty(
                        "Nessun costo. Registra il primo, o importali dalla ragioneria: la sostenibilità si calcola da qui.",
                        "Registra un costo",
                        CostController.COSTS + "/nuovo");
    }

    static List<ListRow> rows(List<StoredCost> costs, List<Offering> offerings) {
        Map<OfferingId, String> titles = offerings.stream().collect(Collectors.toMap(Offering::id, Offering::title));
        return costs.stream()
                .map(stored -> {
                    Cost cost = stored.cost();
                    Map<String, @Nullable Object> values = new HashMap<>();
                    values.put("anno", cost.year());
                    values.put("natura", cost.kind().label());
                    values.put("servizio", cost.offering() == null ? "Tutto il centro" : titles.get(cost.offering()));
                    values.put("descrizione", cost.description());
                    values.put("importo", cost.amount());
                    values.put("atto", cost.act());
                    return new ListRow(stored.id(), values);
                })
                .toList();
    }

    static Listing income() {
        return Listing.named("altre-entrate")
                .column(Column.year("anno", "Anno", ""))
                .column(Column.text("fonte", "Fonte", ""))
                .column(Column.text("descrizione", "Descrizione", "").linkedTo(OtherIncomeController.INCOME + "/{key}"))
                .column(Column.euro("importo", "Importo", ""))
                .column(Column.text("atto", "Atto", ""))
                .filter(Filter.search("Descrizione, fonte, atto", ""))
                .sortedDescendingBy("anno")
                .whenEmpty(
                        "Nessuna entrata oltre a quote e servizi. Registra qui contributi e finanziamenti.",
                        "Registra un'entrata",
                        OtherIncomeController.INCOME + "/nuova");
    }

    static List<ListRow> incomeRows(List<StoredIncome> all) {
        return all.stream()
                .map(stored -> {
                    OtherIncome income = stored.income();
                    Map<String, @Nullable Object> values = new HashMap<>();
                    values.put("anno", income.year());
                    values.put("fonte", income.source().label());
                    values.put("descrizione", income.description());
                    values.put("importo", income.amount());
                    values.put("atto", income.act());
                    return new ListRow(stored.id(), values);
                })
                .toList();
    }
}
