// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures found missing in a run: the same gap of a thousand bodies is one sentence, written once. */
final class Gaps {

    private record Gap(String kind, @Nullable LocalDate date) {}

    private final FigureKinds kinds;
    private final Map<Gap, Refusal> known = new HashMap<>();

    Gaps(FigureKinds kinds) {
        this.kinds = kinds;
    }

    FigureKinds kinds() {
        return kinds;
    }

    Refusal missing(String kind, @Nullable LocalDate date) {
        return known.computeIfAbsent(
                new Gap(kind, date),
                gap -> gap.date() == null
                        ? new Refusal("tariffs.figure.missing-any-date", kinds.plural(kind))
                        : new Refusal("tariffs.figure.missing", kinds.plural(kind), Italian.date(gap.date())));
    }
}
