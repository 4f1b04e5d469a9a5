// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The figures found missing in a run: the same gap of a thousand bodies is one sentence, written once. */
final class Gaps {

    private record Gap(String key, String kind, LocalDate date) {}

    private final FigureKinds kinds;
    private final Map<Gap, Refusal> known = new HashMap<>();

    Gaps(FigureKinds kinds) {
        this.kinds = kinds;
    }

    FigureKinds kinds() {
        return kinds;
    }

    /** No figure at the date wanted or, when the latest will do, none up to the end of the year. */
    Refusal missing(String kind, ReferenceDate when, int year) {
        LocalDate wanted = when.in(year);
        LocalDate limit = wanted == null ? LocalDate.of(year, 12, 31) : wanted;
        String key = wanted == null ? "tariffs.figure.missing-until" : "tariffs.figure.missing";
        return known.computeIfAbsent(
                new Gap(key, kind, limit), gap -> new Refusal(key, kinds.plural(kind), Italian.date(limit)));
    }
}
