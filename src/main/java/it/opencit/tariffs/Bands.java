// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.util.List;

/** Looks up a table by bands that is known to be whole ({@link BandCheck}). */
final class Bands {

    private Bands() {}

    /** The index of the band in which a measure falls. */
    static int find(List<Band> bands, BigDecimal measure) {
        int index = 0;
        while (!bands.get(index).reaches(measure)) {
            index++;
        }
        return index;
    }

    /** How much of a measure lies within one band. */
    static BigDecimal within(List<Band> bands, int index, BigDecimal measure) {
        BigDecimal before = BigDecimal.valueOf(endBefore(bands, index));
        Long upTo = bands.get(index).upTo();
        BigDecimal reached = upTo == null ? measure : measure.min(BigDecimal.valueOf(upTo));
        return reached.subtract(before).max(BigDecimal.ZERO);
    }

    /** Such as "fascia da 5.001 a 10.000 abitanti". */
    static String words(List<Band> bands, int index, String unit) {
        Long upTo = bands.get(index).upTo();
        long before = endBefore(bands, index);
        if (upTo == null) {
            return index == 0 ? "fascia unica" : "fascia oltre " + Italian.number(before) + " " + unit;
        }
        return index == 0
                ? "fascia fino a " + Italian.number(upTo) + " " + unit
                : "fascia da " + Italian.number(before + 1) + " a " + Italian.number(upTo) + " " + unit;
    }

    private static long endBefore(List<Band> bands, int index) {
        Long end = index == 0 ? Long.valueOf(0) : bands.get(index - 1).upTo();
        return end == null ? 0 : end;
    }
}
