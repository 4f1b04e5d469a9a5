// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets the latest figure of each kind stand in for a missing one; whatever it touches says of which day it is. */
final class LatestFigures {

    private LatestFigures() {}

    /**
     * The subject with, for each kind, its latest figure once more without a date: tariffs prefer the figure of the very
     * date they want, and take one without a date only where that is missing.
     */
    static Subject addedTo(Subject subject) {
        Map<String, Figure> latest = new LinkedHashMap<>();
        for (Figure figure : subject.figures()) {
            latest.merge(figure.kind(), figure, LatestFigures::later);
        }
        List<Figure> all = new ArrayList<>(subject.figures());
        latest.values().forEach(figure -> {
            LocalDate date = figure.date();
            if (date != null) {
                all.add(new Figure(figure.kind(), figure.value(), null, figure.source(), mark(figure, date)));
            }
        });
        return new Subject(subject.name(), subject.kind(), subject.member(), all, subject.pastAmounts());
    }

    private static Figure later(Figure one, Figure other) {
        LocalDate first = one.date();
        LocalDate second = other.date();
        return first == null || (second != null && second.isAfter(first)) ? other : one;
    }

    private static String mark(Figure figure, LocalDate date) {
        String instead = "dato al " + Italian.date(date);
        return figure.mark() == null ? instead : figure.mark() + ", " + instead;
    }
}
