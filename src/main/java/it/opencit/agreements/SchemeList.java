// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The schemes with how many bodies have joined each. */
@Component
class SchemeList {

    private final Clock clock;

    SchemeList(Clock clock) {
        this.clock = clock;
    }

    Listing listing() {
        return Listing.named("schemi-di-convenzione")
                .from("agreements.scheme s")
                .key("s.id")
                .column(Column.text("titolo", "Titolo", "s.title").linkedTo(Addresses.SCHEMES + "/{key}"))
                .column(Column.text("strumento", "Strumento", kindLabels()))
                .column(Column.date("inizio", "Dal", "s.starts_on"))
                .column(Column.date("fine", "Al", "s.ends_on"))
                .column(Column.text("tariffa", "Tariffa della quota", "s.tariff_code"))
                .column(Column.integer("attive", "Adesioni attive", """
                        (select count(*) from agreements.accession a
                          where a.centre_id = s.centre_id and a.scheme_id = s.id and a.membership @> :today)"""))
                .with("today", LocalDate.now(clock))
                .filter(
                        Filter.search(
                                "Titolo o tariffa",
                                "opencit.plain(s.title || ' ' || coalesce(s.tariff_code, '')) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "strumento",
                        "Strumento",
                        Arrays.stream(AgreementKind.values())
                                .map(kind -> new Option(kind.name(), kind.label()))
                                .toList(),
                        "s.kind = :value"))
                .sortedDescendingBy("inizio")
                .whenEmpty(
                        "Nessuno schema di convenzione. Comincia da quello in vigore: titolo, periodo e tariffa della quota.",
                        "Aggiungi uno schema",
                        Addresses.SCHEMES + "/nuovo");
    }

    private static String kindLabels() {
        return Arrays.stream(AgreementKind.values())
                .map(kind -> "when '" + kind.name() + "' then '" + kind.label().replace("'", "''") + "'")
                .collect(Collectors.joining(" ", "case s.kind ", " end"));
    }
}
