// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds accertamenti whose residuals sum to an amount: all of them, all of one year, else as few as will do. */
final class Combination {

    /** Above this many only whole groups are tried: there would be too many ways, and chance would find some. */
    private static final int SMALL = 20;

    private static final int MOST_PARTS = 6;
    private static final int MOST_STEPS = 100_000;

    private final List<Accertamento> items;
    private final List<Accertamento> chosen = new ArrayList<>();
    private int steps;

    private Combination(List<Accertamento> items) {
        this.items = items;
    }

    /** Nothing when no two or more do. */
    static List<Accertamento> of(List<Accertamento> all, Euro amount) {
        if (sum(all).equals(amount)) {
            return all;
        }
        Map<Integer, List<Accertamento>> years = all.stream()
                .collect(Collectors.groupingBy(Accertamento::fiscalYear, TreeMap::new, Collectors.toList()));
        for (List<Accertamento> year : years.values()) {
            if (year.size() > 1 && sum(year).equals(amount)) {
                return year;
            }
        }
        List<Accertamento> smaller = all.stream()
                .filter(accertamento -> accertamento.residual().compareTo(amount) < 0)
                .sorted(Comparator.comparing(Accertamento::residual).reversed())
                .toList();
        if (smaller.size() > SMALL) {
            return List.of();
        }
        var search = new Combination(smaller);
        for (int parts = 2; parts <= Math.min(MOST_PARTS, smaller.size()); parts++) {
            if (search.find(0, parts, amount.cents())) {
                return List.copyOf(search.chosen);
            }
        }
        return List.of();
    }

    private boolean find(int from, int parts, long cents) {
        if (parts == 0) {
            return cents == 0;
        }
        for (int at = from; at <= items.size() - parts && steps < MOST_STEPS; at++) {
            steps++;
            long residual = items.get(at).residual().cents();
            if (residual > cents || residual * parts < cents) {
                continue; // the largest come first: what follows is no larger
            }
            chosen.add(items.get(at));
            if (find(at + 1, parts - 1, cents - residual)) {
                return true;
            }
            chosen.removeLast();
        }
        return false;
    }

    private static Euro sum(List<Accertamento> some) {
        return Euro.sum(some.stream().map(Accertamento::residual).toList());
    }
}
