// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells in words what makes one explanation differ from another. */
final class Because {

    private Because() {}

    /** What changed from {@code before} to {@code after}, each a short phrase; never empty. */
    static List<String> between(Why before, Why after) {
        List<String> reasons = new ArrayList<>();
        if (!before.rule().equals(after.rule()) || !before.tariff().equals(after.tariff())) {
            reasons.add("tariffa da «" + before.rule() + "» a «" + after.rule() + "»");
        } else if (!Objects.equals(before.version(), after.version())) {
            reasons.add("nuova versione della tariffa «" + after.rule() + "»"
                    + (after.act().isEmpty() ? "" : " (" + after.act() + ")"));
        }
        Map<String, Why.Fact> known = facts(before);
        for (Why.Fact fact : after.facts()) {
            Why.Fact old = known.remove(fact.key());
            add(reasons, fact(old, fact));
        }
        known.values().forEach(old -> reasons.add(old.label() + ": non conta più"));
        if (before.share().compareTo(after.share()) != 0) {
            reasons.add("parte a carico dal " + percent(before.share()) + " al " + percent(after.share()));
        }
        if (reasons.isEmpty() && !before.steps().equals(after.steps())) {
            reasons.add("cambia il calcolo: " + after.steps().getLast().text());
        }
        if (reasons.isEmpty()) {
            reasons.add("cambia la spiegazione");
        }
        return reasons;
    }

    private static void add(List<String> reasons, @Nullable String reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }

    private static @Nullable String fact(Why.@Nullable Fact old, Why.Fact now) {
        if (old == null) {
            return now.label() + ": ora " + Italian.number(now.value());
        }
        if (old.value().compareTo(now.value()) != 0) {
            return now.label() + " da " + Italian.number(old.value()) + " a " + Italian.number(now.value());
        }
        if (!Objects.equals(old.date(), now.date())) {
            return now.label() + ": dato al " + Italian.date(now.date()) + " invece che al " + Italian.date(old.date());
        }
        return old.source().equals(now.source()) && old.mark().equals(now.mark())
                ? null
                : now.label() + ": fonte da «" + old.source() + "» a «" + now.source() + "»";
    }

    private static Map<String, Why.Fact> facts(Why why) {
        Map<String, Why.Fact> facts = new LinkedHashMap<>();
        why.facts().forEach(fact -> facts.put(fact.key(), fact));
        return facts;
    }

    private static String percent(BigDecimal share) {
        return Italian.number(share) + " %";
    }

    /** For a line that is now somebody else's, or new, or gone. */
    static String payer(String from, String to) {
        return "il pagante cambia da " + from + " a " + to;
    }

    static String amounts(Euro before, Euro after) {
        return before.inItalian() + " → " + after.inItalian();
    }
}
