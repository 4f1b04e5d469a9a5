// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.pages.TariffNode;
import it.opencit.tariffs.pages.TariffNode.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tariff in readable Italian: what each component does, with its numbers. */
final class Outline {

    private final Tariff tariff;
    private final FigureKinds kinds;

    private Outline(Tariff tariff, FigureKinds kinds) {
        this.tariff = tariff;
        this.kinds = kinds;
    }

    static TariffNode of(Tariff tariff, FigureKinds kinds) {
        return new Outline(tariff, kinds).node(tariff.tree());
    }

    private TariffNode node(Component component) {
        List<TariffNode> children = children(component);
        return switch (component) {
            case Component.Named(var label, var content) -> node(content).named(label);
            case Component.Fixed(var amount) -> leaf("Importo fisso", euro("Importo", amount));
            case Component.PerUnit(var measure, var rate) ->
                leaf("Per ciascuno: " + unit(measure), euro("Tariffa unitaria", rate));
            case Component.BandAmount(var by, var bands) ->
                table("Importo della fascia, per numero di " + unit(by), by, bands);
            case Component.BandRate(var by, var measure, var bands) ->
                table(
                        by.equals(measure)
                                ? "Tariffa della fascia per ciascuno: " + unit(measure)
                                : "Tariffa per ciascuno: " + unit(measure) + ", secondo la fascia di " + unit(by),
                        by,
                        bands);
            case Component.Progressive(var measure, var bands) ->
                table("A scaglioni: ogni tariffa vale per la parte nella sua fascia", measure, bands);
            case Component.Overage overage -> overage(overage);
            case Component.Packs packs ->
                leaf(
                        "A pacchetti interi: " + unit(packs.measure()),
                        row("Pacchetto da", packs.size(), ""),
                        euro("Prezzo del pacchetto", packs.price()));
            case Component.Discount(var _, var percent) -> group("Sconto", children, row("Sconto", percent, " %"));
            case Component.Limits(var _, var min, var max) -> group("Entro dei limiti", children, limits(min, max));
            case Component.NotAboveYear cap ->
                group("Non oltre l'importo del " + cap.year(), children, dates(cap.figureDates()));
            case Component.FreeMonths(var months, var _) ->
                group(
                        "Gratuito per i primi mesi di utilizzo",
                        children,
                        new Row("Mesi gratuiti", String.valueOf(months), ""));
            case Component.Share share -> share(share, children);
            case Component.Quoted(var quantity, var toConfirm) ->
                leaf(
                        "Importo stabilito caso per caso",
                        new Row("Quantità", quantityLabel(quantity), toConfirm == null ? "" : toConfirm));
            case Component.Reference(var code) -> leaf("Come un'altra tariffa", new Row("Codice", code, ""));
            case Component.ByKind _ -> group("Secondo il tipo di ente", children);
            case Component.ActivationPlusYearly _ -> group("Attivazione, più il canone di ogni anno", children);
            case Component.FirstYear _ -> group("Primo anno e successivi", children);
            case Component.Sum _ -> group("Somma di", children);
            case Component.ListPrice _ -> group("Convenzionati e listino", children);
        };
    }

    private List<TariffNode> children(Component component) {
        if (component instanceof Component.ByKind(var cases, var otherwise)) {
            List<TariffNode> all = new ArrayList<>();
            cases.forEach(each -> all.add(node(each.component()).as(kinds(each.kinds()))));
            if (otherwise != null) {
                all.add(node(otherwise).as("Altri enti"));
            }
            return all;
        }
        if (component instanceof Component.Named) {
            return List.of();
        }
        boolean sum = component instanceof Component.Sum;
        return Tree.children(component).stream()
                .map(child -> node(child.component()).as(sum ? "" : capital(child.segment())))
                .toList();
    }

    private TariffNode overage(Component.Overage overage) {
        return new TariffNode(
                "",
                "",
                "Oltre la franchigia: " + unit(overage.measure()),
                List.of(
                        euro("Tariffa per ogni unità in più", overage.rate()),
                        new Row(
                                "Unità iniziate",
                                overage.wholeUnits() ? "contano intere" : "contano in proporzione",
                                "")),
                "",
                List.of(allowance(overage.allowance()).as("Franchigia")));
    }

    private TariffNode allowance(Allowance allowance) {
        return switch (allowance) {
            case Allowance.Flat(var units) -> leaf("Uguale per tutti", row("Unità comprese", units, ""));
            case Allowance.Banded(var by, var bands) ->
                new TariffNode(
                        "", "", "Unità comprese, per numero di " + unit(by), bandRows(bands, ""), unit(by), List.of());
            case Allowance.ByKind(var cases, var otherwise) -> {
                List<TariffNode> all = new ArrayList<>();
                cases.forEach(each -> all.add(allowance(each.allowance()).as(kinds(each.kinds()))));
                if (otherwise != null) {
                    all.add(allowance(otherwise).as("Altri enti"));
                }
                yield group("Secondo il tipo di ente", all);
            }
        };
    }

    private TariffNode share(Component.Share share, List<TariffNode> children) {
        String among = share.among().isEmpty() ? "tutti gli enti" : kinds(share.among());
        return group(
                "Costo ripartito in proporzione: " + unit(share.by()), children, new Row("Partecipano", among, ""));
    }

    private TariffNode table(String what, Measure by, List<Band> bands) {
        return new TariffNode("", "", what, bandRows(bands, "€ "), capital(unit(by)), List.of());
    }

    private static List<Row> bandRows(List<Band> bands, String before) {
        List<Row> rows = new ArrayList<>();
        Long end = null;
        for (Band band : bands) {
            Long from = band.from() != null ? band.from() : end == null ? null : Long.valueOf(end + 1);
            String name = band.upTo() == null
                    ? from == null ? "qualsiasi" : "da " + Italian.number(from)
                    : from == null
                            ? "fino a " + Italian.number(band.upTo())
                            : "da " + Italian.number(from) + " a " + Italian.number(band.upTo());
            rows.add(new Row(
                    name,
                    before
                            + (before.isEmpty()
                                    ? Italian.number(band.value().value())
                                    : amount(band.value().value())),
                    why(band.value())));
            end = band.upTo();
        }
        return rows;
    }

    private static Row[] limits(@Nullable Parameter min, @Nullable Parameter max) {
        List<Row> rows = new ArrayList<>();
        if (min != null) {
            rows.add(euro("Minimo", min));
        }
        if (max != null) {
            rows.add(euro("Massimo", max));
        }
        return rows.toArray(Row[]::new);
    }

    private Row[] dates(Map<String, ReferenceDate> dates) {
        return new TreeMap<>(dates)
                .entrySet().stream()
                        .map(entry ->
                                new Row("Tetto, " + kinds.plural(entry.getKey()), Words.when(entry.getValue()), ""))
                        .toArray(Row[]::new);
    }

    private static TariffNode leaf(String what, Row... rows) {
        return new TariffNode("", "", what, List.of(rows), "", List.of());
    }

    private static TariffNode group(String what, List<TariffNode> children, Row... rows) {
        return new TariffNode("", "", what, List.of(rows), "", children);
    }

    private static Row euro(String name, Parameter parameter) {
        return new Row(name, "€ " + amount(parameter.value()), why(parameter));
    }

    private static Row row(String name, Parameter parameter, String after) {
        return new Row(name, Italian.number(parameter.value()) + after, why(parameter));
    }

    /** At least the cents, and every further decimal there is. */
    static String amount(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 2 ? Italian.money(value) : Italian.number(value);
    }

    private static String why(Parameter parameter) {
        return parameter.toConfirm() == null ? "" : parameter.toConfirm();
    }

    private String unit(Measure measure) {
        return switch (measure) {
            case Measure.OfFigure(var kind) -> kinds.plural(kind);
            case Measure.OfQuantity(var key) -> quantityLabel(key);
        };
    }

    private String quantityLabel(String key) {
        return tariff.quantity(key).label();
    }

    static String kinds(List<OrganizationKind> kinds) {
        return kinds.stream().map(OrganizationKind::label).collect(Collectors.joining(", "));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ITALY) + text.substring(1);
    }
}
