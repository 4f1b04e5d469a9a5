// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Messages;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import it.opencit.tariffs.FigureKinds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists of a year: by member and by payer. */
final class DuesList {

    private static final String COMPUTED = "Calcolata";
    private static final String REFUSED = "Manca un dato";

    private static final Map<String, String> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put(FigureKinds.RESIDENTS, "Abitanti");
        FIGURES.put(FigureKinds.BUSINESSES, "Imprese");
        FIGURES.put(FigureKinds.WORKSTATIONS, "Postazioni");
    }

    private DuesList() {}

    /** The columns of figures are those that count for somebody in that year. */
    static Listing byMember(DuesOfYear dues) {
        int year = dues.year();
        Listing listing = Listing.named("quote-" + year)
                .column(Column.text("name", "Ente", "").linkedTo("/gestione/quote/" + year + "/enti/{key}"))
                .column(Column.text("kind", "Tipo", ""))
                .column(Column.text("scheme", "Convenzione", ""));
        FIGURES.forEach((kind, label) -> {
            if (dues.dues().stream().anyMatch(due -> due.figure(kind).isPresent())) {
                listing.column(Column.integer(kind, label, "")).column(Column.date(kind + "_DATE", label + " al", ""));
            }
        });
        return listing.column(Column.euro("amount", "Importo", ""))
                .column(Column.text("payers", "Paga", ""))
                .column(Column.text("state", "Stato", ""))
                .column(Column.text("warnings", "Avvertenze", ""))
                .filter(Filter.search("Ente o pagante", ""))
                .filter(Filter.choice(
                        "kind",
                        "Tipo",
                        Arrays.stream(OrganizationKind.values())
                                .map(kind -> new Option(kind.label(), kind.label()))
                                .toList(),
                        ""))
                .filter(Filter.choice(
                        "state", "Stato", List.of(new Option(COMPUTED, COMPUTED), new Option(REFUSED, REFUSED)), ""))
                .sortedBy("name")
                .whenEmpty(
                        Messages.text("receipts.nobody", Integer.toString(year)),
                        "Vai alle convenzioni",
                        "/gestione/convenzioni");
    }

    static Listing byPayer(int year) {
        return Listing.named("paganti-" + year)
                .column(Column.text("name", "Ente pagante", "").linkedTo("/gestione/enti/{key}"))
                .column(Column.integer("members", "Quote pagate", ""))
                .column(Column.euro("amount", "Importo", ""))
                .filter(Filter.search("Ente pagante", ""))
                .sortedBy("name")
                .whenEmpty(
                        Messages.text("receipts.nobody", Integer.toString(year)),
                        "Vai alle convenzioni",
                        "/gestione/convenzioni");
    }

    static List<ListRow> rows(DuesOfYear dues) {
        return dues.dues().stream().map(DuesList::row).toList();
    }

    static List<ListRow> payerRows(DuesOfYear dues) {
        return dues.byPayer().stream()
                .map(total -> {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    values.put("name", total.name());
                    values.put("members", total.members());
                    values.put("amount", total.amount());
                    return new ListRow(total.payer().value(), values);
                })
                .toList();
    }

    private static ListRow row(MembershipDue due) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", due.beneficiary().fullName());
        values.put("kind", due.beneficiary().kind().label());
        values.put("scheme", due.scheme());
        due.figures().forEach(figure -> {
            values.put(figure.kind(), figure.value());
            values.put(figure.kind() + "_DATE", figure.date());
        });
        values.put("amount", due.amount());
        values.put("payers", due.payers().stream().map(DuesList::payer).collect(Collectors.joining("; ")));
        values.put("state", due.amount() == null ? REFUSED : COMPUTED);
        values.put("warnings", due.amount() == null ? due.refusal() : String.join(", ", due.warnings()));
        return new ListRow(due.beneficiary().id().value(), values);
    }

    private static String payer(Payer payer) {
        return payer.name() + " " + payer.amount().inItalian();
    }
}
