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
        Long from = band.from();
        Long upTo = band.upTo();
        if (end == null) {
            if (from != null && from > 1) {
                problems.add(place, "tariffs.band.hole", 0, from);
            }
            if (upTo != null && upTo < (from == null ? 0 : from)) {
                problems.add(place, "tariffs.band.order", from == null ? 0 : from, upTo);
            }
            return;
        }
        if (from != null && from > end + 1) {
            problems.add(place, "tariffs.band.hole", end, from);
        } else if (from != null && from <= end) {
            problems.add(place, "tariffs.band.overlap", end, from);
        } else if (upTo != null && upTo <= end) {
            problems.add(place, "tariffs.band.order", end, upTo);
        } else if (from == null) {
            return;
        }
        if (from != null && upTo != null && upTo < from) {
            problems.add(place, "tariffs.band.order", from, upTo);
        }
    }
}
