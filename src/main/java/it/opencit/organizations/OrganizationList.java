// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The list of the bodies of the centre: what it reads, shows and filters. */
final class OrganizationList {

    private static final String KIND_LABEL = Arrays.stream(OrganizationKind.values())
            .map(kind -> "when '" + kind.name() + "' then '" + kind.label() + "'")
            .collect(Collectors.joining(" ", "case o.kind ", " end"));

    private static final String TABLES = """
            organizations.organization o
              left join lateral (
                   select f.value, f.reference_date from organizations.figure f
                    where f.centre_id = o.centre_id and f.organization_id = o.id and f.superseded_at is null
                      and f.kind = 'RESIDENTS' order by f.reference_date desc limit 1) residents on true
              left join lateral (
                   select f.value, f.mark from organizations.figure f
                    where f.centre_id = o.centre_id and f.organization_id = o.id and f.superseded_at is null
                      and f.kind = 'BUSINESSES' order by f.reference_date desc limit 1) businesses on true""";

    private static final String MISSING =
            "case :value when 'abitanti' then residents.value is null else businesses.value is null end";

    private OrganizationList() {}

    static Listing listing() {
        return Listing.named("enti")
                .from(TABLES)
                .key("o.id")
                .column(Column.text("denominazione", "Denominazione", "o.name").linkedTo("/gestione/enti/{key}"))
                .column(Column.text("tipo", "Tipo", KIND_LABEL))
                .column(Column.text("provincia", "Provincia", "o.seat_province"))
                .column(Column.text("istat", "Codice ISTAT", "o.istat_code"))
                .column(Column.text("ipa", "Codice IPA", "o.ipa_code"))
                .column(Column.text("fiscale", "Codice fiscale", "o.tax_code"))
                .column(Column.integer("abitanti", "Abitanti", "residents.value"))
                .column(Column.date("al", "Abitanti al", "residents.reference_date"))
                .column(Column.integer("imprese", "Imprese", "businesses.value"))
                .column(Column.text("avvertenza", "Avvertenza sulle imprese", "businesses.mark"))
                .filter(Filter.search("Parola o codice", "o.search like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice("tipo", "Tipo", kinds(), "o.kind = :value"))
                .filter(Filter.choice(
                        "senza",
                        "Dati mancanti",
                        List.of(new Option("abitanti", "senza abitanti"), new Option("imprese", "senza imprese")),
                        MISSING))
                .sortedBy("denominazione")
                .whenEmpty(
                        "Non c'è ancora nessun ente. Comincia dall'importazione dei Comuni della tua provincia.",
                        "Importa gli enti",
                        "/gestione/enti/importazione");
    }

    static List<Option> kinds() {
        return Arrays.stream(OrganizationKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }
}
