// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bands read "up to and including", one after the other, to the open last one: no hole, no overlap. */
final class BandCheck {

    private BandCheck() {}

    static void of(List<Band> bands, String path, TariffCheck.Problems problems) {
        if (bands.isEmpty()) {
            problems.add(path, "tariffs.band.none");
            return;
        }
        Long end = null;
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            joins(end, band, place(path, i), problems);
            boolean last = i == bands.size() - 1;
            if (band.upTo() == null && !last) {
                problems.add(place(path, i), "tariffs.band.open-early", i + 1);
                return;
            }
            if (band.upTo() != null && last) {
                problems.add(place(path, i), "tariffs.band.not-open", band.upTo(), band.upTo() + 1);
            }
            end = band.upTo();
        }
    }

    static String place(String path, int index) {
        return path + " › fascia " + (index + 1);
    }

    private static void joins(@Nullable Long end, Band band, String place, TariffCheck.Problems problems) {
        Long upTo = band.upTo();
        long next = end == null ? 0 : end + 1;
        long from = band.from() == null ? next : band.from();
        if (end == null && from > 1) {
            problems.add(place, "tariffs.band.hole", 0, from);
        } else if (end != null && from > next) {
            problems.add(place, "tariffs.band.hole", end, from);
        } else if (end != null && from < next) {
            problems.add(place, "tariffs.band.overlap", end, from);
        }
        if (upTo != null && upTo < from) {
            problems.add(place, "tariffs.band.order", band.from() == null && end != null ? end : from, upTo);
        }
    }
}
