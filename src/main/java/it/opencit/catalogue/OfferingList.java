// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalogue as a list. */
@Component
class OfferingList {

    private final Clock clock;
    private final Suppliers suppliers;

    OfferingList(Clock clock, Suppliers suppliers) {
        this.clock = clock;
        this.suppliers = suppliers;
    }

    Listing listing() {
        return Listing.named("catalogo-dei-servizi")
                .from("""
                        catalogue.offering o
                        left join catalogue.supplier s on s.centre_id = o.centre_id and s.id = o.partner_id""")
                .key("o.id")
                .column(Column.text("titolo", "Servizio", "o.title").linkedTo(Addresses.OFFERINGS + "/{key}"))
                .column(Column.text("codice", "Codice", "o.code"))
                .column(Column.text(
                        "classe", "Classe", Choices.sql("o.class", OfferingClass.values(), OfferingClass::label)))
                .column(Column.text(
                        "livello", "Livello", Choices.sql("o.level", OfferingLevel.values(), OfferingLevel::label)))
                .column(Column.text("area", "Area", Choices.sql("o.area", OfferingArea.values(), OfferingArea::label)))
                .column(Column.text("canone", "Canone", Choices.sql("o.fee", FeeKind.values(), FeeKind::label)))
                .column(Column.text(
                        "rinnovo",
                        "Prosecuzione",
                        Choices.sql("o.continuation", Continuation.values(), Continuation::label)))
                .column(Column.text("partner", "Partner tecnologico", "s.name"))
                .column(Column.date("dal", "Offerto dal", "o.offered_from"))
                .column(Column.date("al", "Offerto fino al", "o.offered_to"))
                .with("today", LocalDate.now(clock))
                .filter(
                        Filter.search(
                                "Servizio o codice",
                                "opencit.plain(o.title || ' ' || o.code || ' ' || o.summary) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "classe",
                        "Classe",
                        Choices.of(OfferingClass.values(), OfferingClass::label),
                        "o.class = :value"))
                .filter(Filter.choice(
                        "livello",
                        "Livello",
                        Choices.of(OfferingLevel.values(), OfferingLevel::label),
                        "o.level = :value"))
                .filter(Filter.choice(
                        "area", "Area", Choices.of(OfferingArea.values(), OfferingArea::label), "o.area = :value"))
                .filter(Filter.choice(
                        "canone", "Canone", Choices.of(FeeKind.values(), FeeKind::label), "o.fee = :value"))
                .filter(Filter.choice(
                        "rinnovo",
                        "Prosecuzione",
                        Choices.of(Continuation.values(), Continuation::label),
                        "o.continuation = :value"))
                .filter(Filter.choice("partner", "Partner tecnologico", partners(), "o.partner_id = :value::bigint"))
                .filter(Filter.choice(
                        "offerta",
                        "Offerta",
                        List.of(new Option("si", "Si può chiedere oggi"), new Option("no", "Non si può chiedere oggi")),
                        "(:value = 'si') = daterange(o.offered_from, o.offered_to, '[]') @> cast(:today as date)"))
                .sortedBy("titolo")
                .whenEmpty(
                        "Il catalogo è vuoto. Puoi partire dai servizi di un corredo, oppure scrivere il primo.",
                        "Prendi i servizi da un corredo",
                        Addresses.OFFERINGS + "/corredi");
    }

    private List<Option> partners() {
        return suppliers.all().stream()
                .map(supplier -> new Option(supplier.id().toString(), supplier.name()))
                .toList();
    }
}
