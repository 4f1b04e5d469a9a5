// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Groups of bars side by side, such as how many bodies pay how much, now and then.
 *
 * @param series names of the bars of each group
 * @param groups from left to right
 */
public record BarChart(String title, List<String> series, List<Group> groups) {

    public static final int WIDTH = 800;
    public static final int HEIGHT = 260;
    private static final int FOOT = 40;

    /**
     * A group.
     *
     * @param label beneath it
     * @param values one for each series, zero or more
     */
    public record Group(String label, List<Long> values) {}

    /** A bar, placed. */
    public record Bar(String x, String y, String width, String height, String style, String text) {}

    /** A label beneath a group, placed. */
    public record Label(String x, String text) {}

    /** The bars, scaled so that the tallest fills the height. */
    public List<Bar> bars() {
        long tallest = Math.max(
                1,
                groups.stream()
                        .flatMap(group -> group.values().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
        double step = (double) WIDTH / Math.max(1, groups.size());
        double thickness = step * 0.8 / Math.max(1, series.size());
        List<Bar> bars = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            for (int s = 0; s < series.size(); s++) {
                long value = groups.get(g).values().get(s);
                double height = (double) value / tallest * (HEIGHT - FOOT - 20);
                bars.add(new Bar(
                        number(g * step + step * 0.1 + s * thickness),
                        number(HEIGHT - FOOT - height),
                        number(thickness),
                        number(height),
                        "oc-bar-" + s,
                        groups.get(g).label() + ", " + series.get(s) + ": " + value));
            }
        }
        return bars;
    }

    /** The labels beneath the groups. */
    public List<Label> labels() {
        double step = (double) WIDTH / Math.max(1, groups.size());
        List<Label> labels = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            labels.add(new Label(number(g * step + step / 2), groups.get(g).label()));
        }
        return labels;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
