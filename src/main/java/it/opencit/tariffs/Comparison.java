// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bodies with the two amounts, and what they come to together. A refused amount is never counted, not even as zero. */
record Comparison(List<ComparedBody> bodies) {

    private static final int LARGEST = 10;

    Comparison {
        bodies = List.copyOf(bodies);
    }

    Totals totals() {
        return Totals.of(bodies);
    }

    /** The totals of each kind that is there, in the usual order of kinds. */
    Map<OrganizationKind, Totals> byKind() {
        Map<OrganizationKind, List<ComparedBody>> groups = new TreeMap<>();
        for (ComparedBody body : bodies) {
            groups.computeIfAbsent(body.kind(), _ -> new ArrayList<>()).add(body);
        }
        Map<OrganizationKind, Totals> totals = new LinkedHashMap<>();
        groups.forEach((kind, group) -> totals.put(kind, Totals.of(group)));
        return totals;
    }

    /** Who would pay less, most first. */
    List<ComparedBody> largestGains() {
        return largest(-1);
    }

    /** Who would pay more, most first. */
    List<ComparedBody> largestLosses() {
        return largest(1);
    }

    private List<ComparedBody> largest(int sign) {
        return bodies.stream()
                .filter(body -> signOf(body) == sign)
                .sorted(Comparator.<ComparedBody>comparingLong(body -> -sign * cents(body))
                        .thenComparing(ComparedBody::name)
                        .thenComparing(ComparedBody::id))
                .limit(LARGEST)
                .toList();
    }

    /** How many bodies would pay more (1), less (-1) or the same (0). */
    long count(int sign) {
        return bodies.stream()
                .filter(body -> body.difference() != null && signOf(body) == sign)
                .count();
    }

    private static int signOf(ComparedBody body) {
        return Long.signum(cents(body));
    }

    private static long cents(ComparedBody body) {
        Euro difference = body.difference();
        return difference == null ? 0 : difference.cents();
    }

    /** Bodies by amount, in the same classes for both tariffs. */
    Distribution distribution() {
        return Distribution.of(
                bodies.stream()
                        .map(body -> body.now().amount())
                        .filter(Objects::nonNull)
                        .toList(),
                bodies.stream()
                        .map(body -> body.then().amount())
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** What each Comune would pay with the tariff tried, by cadastral code. */
    Map<String, BigDecimal> amountsOnMap() {
        return onMap(body -> body.then().amount());
    }

    /** How much more or less each Comune would pay, by cadastral code. */
    Map<String, BigDecimal> differencesOnMap() {
        return onMap(ComparedBody::difference);
    }

    private Map<String, BigDecimal> onMap(Function<ComparedBody, @Nullable Euro> read) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (ComparedBody body : bodies) {
            Euro value = read.apply(body);
            if (value != null && body.cadastralCode() != null) {
                values.put(body.cadastralCode(), value.value());
            }
        }
        return values;
    }

    /** Why amounts are missing on one side, each reason with how many bodies it concerns. */
    static Map<String, Integer> reasons(List<ComparedBody> bodies, Function<ComparedBody, Side> side) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (ComparedBody body : bodies) {
            String reason = side.apply(body).reason();
            if (reason != null) {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        return reasons;
    }

    /** How many bodies each warning touches, on either side. */
    Map<String, Integer> marks() {
        Map<String, Integer> marks = new TreeMap<>();
        bodies.forEach(body -> body.marks().forEach(label -> marks.merge(label, 1, Integer::sum)));
        return marks;
    }
}
