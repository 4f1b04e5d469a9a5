// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.catalogue.pages.OfferingPage.Price;
import it.opencit.shared.Period;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.FigureKinds;
import it.opencit.tariffs.Kits;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.TariffOutlines;
import it.opencit.tariffs.TariffVersion;
import it.opencit.tariffs.Tariffs;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The prices of a service, each with the tariff that rules it, drawn as on its own page. Reads the tariffs once. */
@Component
class PriceTable {

    private static final String TARIFFS = "/gestione/tariffe/";

    private final Tariffs tariffs;
    private final Kits kits;
    private final TariffOutlines outlines;

    PriceTable(Tariffs tariffs, Kits kits, TariffOutlines outlines) {
        this.tariffs = tariffs;
        this.kits = kits;
        this.outlines = outlines;
    }

    /** One for each rule, in their order. */
    List<Price> of(List<PriceRule> rules, LocalDate today) {
        if (rules.isEmpty()) {
            return List.of();
        }
        Map<String, List<TariffVersion>> own = tariffs.versions().stream()
                .filter(version -> version.state() == TariffVersion.State.IN_FORCE)
                .collect(Collectors.groupingBy(version -> version.tariff().code()));
        FigureKinds kinds = tariffs.figureKinds();
        return rules.stream()
                .map(rule -> price(rule, own.getOrDefault(rule.tariffCode(), List.of()), kinds, today))
                .toList();
    }

    private Price price(PriceRule rule, List<TariffVersion> own, FigureKinds kinds, LocalDate today) {
        Optional<TariffVersion> version = ruling(rule, own, today);
        if (version.isPresent()) {
            Tariff tariff = version.get().tariff();
            return price(rule, tariff, kinds, TARIFFS + version.get().id(), late(rule, tariff));
        }
        Tariff shipped = kits.find(rule.tariffCode()).orElse(null);
        return shipped == null
                ? price(
                        rule,
                        null,
                        kinds,
                        null,
                        "Nessuna tariffa in vigore con questo codice: non si può calcolare l'importo.")
                : price(
                        rule,
                        shipped,
                        kinds,
                        TARIFFS + "corredi/" + shipped.code(),
                        "Tariffa di un corredo: il centro non l'ha ancora messa in vigore.");
    }

    private Price price(
            PriceRule rule, @Nullable Tariff tariff, FigureKinds kinds, @Nullable String address, String warning) {
        return new Price(
                rule.kind().label(),
                rule.variant(),
                words(rule.validity()),
                tariff == null ? "" : tariff.title(),
                rule.tariffCode(),
                address,
                warning,
                tariff == null ? null : outlines.of(tariff, kinds));
    }

    /** Of the versions of a code, the one in force on the day that matters: today, or the nearest day of the rule. */
    private static Optional<TariffVersion> ruling(PriceRule rule, List<TariffVersion> own, LocalDate today) {
        LocalDate end = rule.validity().to();
        LocalDate day = today.isBefore(rule.validity().from())
                ? rule.validity().from()
                : end != null && today.isAfter(end) ? end : today;
        return own.stream()
                .filter(version -> validity(version.tariff()).contains(day))
                .findFirst()
                .or(() -> own.stream()
                        .max(Comparator.comparing(version -> version.tariff().validFrom())));
    }

    private static String late(PriceRule rule, Tariff tariff) {
        LocalDate end = tariff.validTo();
        LocalDate last = rule.validity().to();
        if (end == null || (last != null && !last.isAfter(end))) {
            return "";
        }
        return "La tariffa vale fino al " + Italian.date(end) + ": dopo quel giorno l'importo è in attesa di conferma.";
    }

    private static Period validity(Tariff tariff) {
        return new Period(tariff.validFrom(), tariff.validTo());
    }

    private static String words(Period validity) {
        return "dal " + Italian.date(validity.from())
                + (validity.to() == null ? "" : " al " + Italian.date(validity.to()));
    }
}
