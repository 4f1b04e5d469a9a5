// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map whose areas are shaded by a number.
 *
 * @param title what the map shows, read aloud in place of it
 * @param areas drawn
 * @param legend classes from low to high
 */
public record Choropleth(String title, int width, int height, List<Area> areas, List<Class> legend) {

    private static final int CLASSES = 5;

    /**
     * An area.
     *
     * @param style name of its shade in the style sheet
     * @param text what it says when pointed at
     */
    public record Area(String path, String style, String text) {}

    /** A line of the legend. */
    public record Class(String style, String text) {}

    /**
     * Shades amounts by fifths: as many areas in each class as ties allow.
     *
     * @param values by cadastral code; areas without one stay blank
     * @param shown how a value is written
     */
    public static Choropleth ofAmounts(
            String title, ProvinceMap map, Map<String, BigDecimal> values, Function<BigDecimal, String> shown) {
        BigDecimal[] sorted = values.values().stream().sorted().toArray(BigDecimal[]::new);
        List<BigDecimal> tops = new ArrayList<>();
        for (int i = 1; i <= CLASSES && sorted.length > 0; i++) {
            BigDecimal top = sorted[Math.max(0, sorted.length * i / CLASSES - 1)];
            if (tops.isEmpty() || top.compareTo(tops.getLast()) > 0) {
                tops.add(top);
            }
        }
        List<Class> legend = new ArrayList<>();
        for (int i = 0; i < tops.size(); i++) {
            legend.add(new Class("oc-area-" + (i + 1), "fino a " + shown.apply(tops.get(i))));
        }
        return drawn(title, map, values, shown, legend, value -> {
            int at = 0;
            while (at < tops.size() - 1 && value.compareTo(tops.get(at)) > 0) {
                at++;
            }
            return "oc-area-" + (at + 1);
        });
    }

    /**
     * Shades differences: who pays less on one side, who pays more on the other, nothing in between. The darker shade
     * begins beyond the middle one of all the differences, so that one large town does not turn the others pale.
     */
    public static Choropleth ofDifferences(
            String title, ProvinceMap map, Map<String, BigDecimal> values, Function<BigDecimal, String> shown) {
        BigDecimal[] sizes = values.values().stream()
                .map(BigDecimal::abs)
                .filter(size -> size.signum() > 0)
                .sorted()
                .toArray(BigDecimal[]::new);
        BigDecimal middle = sizes.length == 0 ? BigDecimal.ZERO : sizes[(sizes.length - 1) / 2];
        List<Class> legend = List.of(
                new Class("oc-less-2", "meno, oltre " + shown.apply(middle.negate())),
                new Class("oc-less-1", "meno"),
                new Class("oc-same", "uguale"),
                new Class("oc-more-1", "di più"),
                new Class("oc-more-2", "di più, oltre " + shown.apply(middle)));
        return drawn(
                title,
                map,
                values,
                shown,
                legend,
                value -> value.signum() == 0
                        ? "oc-same"
                        : (value.signum() < 0 ? "oc-less-" : "oc-more-")
                                + (value.abs().compareTo(middle) > 0 ? 2 : 1));
    }

    private static Choropleth drawn(
            String title,
            ProvinceMap map,
            Map<String, BigDecimal> values,
            Function<BigDecimal, String> shown,
            List<Class> legend,
            Function<BigDecimal, String> style) {
        List<Area> areas = map.shapes().stream()
                .map(shape -> {
                    @Nullable BigDecimal value = values.get(shape.cadastralCode());
                    return value == null
                            ? new Area(shape.path(), "oc-area-0", shape.name() + ": nessun dato")
                            : new Area(shape.path(), style.apply(value), shape.name() + ": " + shown.apply(value));
                })
                .toList();
        boolean anyBlank = areas.stream().anyMatch(area -> area.style().equals("oc-area-0"));
        List<Class> whole = new ArrayList<>(legend);
        if (anyBlank) {
            whole.add(new Class("oc-area-0", "nessun dato"));
        }
        return new Choropleth(title, map.width(), map.height(), areas, List.copyOf(whole));
    }

    /** Names of the shades, for the style sheet's own test. */
    static List<String> styles() {
        return Arrays.asList(
                "oc-area-0",
                "oc-area-1",
                "oc-area-2",
                "oc-area-3",
                "oc-area-4",
                "oc-area-5",
                "oc-less-2",
                "oc-less-1",
                "oc-same",
                "oc-more-1",
                "oc-more-2");
    }
}
