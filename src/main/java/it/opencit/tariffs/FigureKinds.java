// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kinds of figure a centre counts, with their Italian names.
 *
 * @param names by code
 */
public record FigureKinds(Map<String, Noun> names) {

    public static final String RESIDENTS = "RESIDENTS";
    public static final String BUSINESSES = "BUSINESSES";
    public static final String WORKSTATIONS = "WORKSTATIONS";

    /** Those that every centre has. */
    public static final FigureKinds USUAL = new FigureKinds(Map.of(
            RESIDENTS, new Noun("abitante", "abitanti"),
            BUSINESSES, new Noun("impresa", "imprese"),
            WORKSTATIONS, new Noun("postazione", "postazioni")));

    /** A name in the singular and in the plural. */
    public record Noun(String one, String many) {}

    public FigureKinds {
        names = Map.copyOf(names);
    }

    /** These kinds and one more. */
    public FigureKinds and(String code, String one, String many) {
        Map<String, Noun> more = new LinkedHashMap<>(names);
        more.put(code, new Noun(one, many));
        return new FigureKinds(more);
    }

    public boolean knows(String code) {
        return names.containsKey(code);
    }

    /** The Italian plural, such as "imprese". */
    public String plural(String code) {
        return noun(code).many();
    }

    /** Such as "1 impresa" or "8.757 abitanti". */
    String count(String code, BigDecimal value) {
        return Italian.number(value) + " "
                + (value.compareTo(BigDecimal.ONE) == 0
                        ? noun(code).one()
                        : noun(code).many());
    }

    private Noun noun(String code) {
        return names.getOrDefault(code, new Noun(code, code));
    }
}
