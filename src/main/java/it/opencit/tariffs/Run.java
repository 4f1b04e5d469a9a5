// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One tariff, one year, many cases: what they share is computed once. Made by {@link Calculator}, which has checked the
 * tariff; for one thread.
 */
public final class Run {

    /** Beyond this an amount is a mistake, and no longer fits in a table. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

    private record Shared(Component.Share share, String tariff, int year, Map<String, ReferenceDate> dates) {}

    private final Tariff tariff;
    private final TariffBook book;
    private final int year;
    private final List<Case> cases;
    private final boolean everyone;
    private final Gaps gaps;
    private final Map<Shared, Parts> shared = new HashMap<>();

    Run(Tariff tariff, TariffBook book, FigureKinds kinds, int year, List<Case> cases, boolean everyone) {
        this.tariff = tariff;
        this.book = book;
        this.year = year;
        this.cases = List.copyOf(cases);
        this.everyone = everyone;
        this.gaps = new Gaps(kinds);
    }

    /** The amount of a case, without its explanation. */
    public Outcome amount(int index) {
        return outcome(index, new Trace(false));
    }

    /** The amount of a case with every step that leads to it. */
    public Outcome explain(int index) {
        return outcome(index, new Trace(true));
    }

    /** The amount of each case, in their order. */
    public List<Outcome> amounts() {
        return IntStream.range(0, cases.size()).mapToObj(this::amount).toList();
    }

    /** The explained amount of each case, in their order. */
    public List<Outcome> explanations() {
        return IntStream.range(0, cases.size()).mapToObj(this::explain).toList();
    }

    /** The units included for a case; a refusal is thrown. */
    Optional<BigDecimal> included(int index) {
        Inputs inputs = new Inputs(cases.get(index), index, tariff, year, tariff.figureDates(), gaps, new Trace(false));
        return new IncludedUnits(this, inputs).of(tariff.tree());
    }

    private Outcome outcome(int index, Trace trace) {
        try {
            Inputs inputs = new Inputs(cases.get(index), index, tariff, year, tariff.figureDates(), gaps, trace);
            return computed(new Evaluation(this, inputs, trace).amount(tariff.tree()), trace);
        } catch (Refusal refusal) {
            return new Outcome.Refused(refusal);
        }
    }

    private Outcome computed(BigDecimal exact, Trace trace) {
        if (exact.compareTo(TOO_MUCH) >= 0) {
            throw new Refusal("tariffs.amount.size");
        }
        Euro net = Euro.roundHalfUp(exact);
        if (net.value().compareTo(exact) != 0) {
            trace.step(net.value(), () -> "arrotondamento al centesimo, da " + Wording.euro(exact));
        }
        Vat vat = tariff.vat();
        if (vat == null) {
            return new Outcome.Computed(net, Euro.ZERO, net, trace.figures(), trace.marks(), trace.steps());
        }
        Euro tax = vat.on(net);
        trace.step(tax.value(), () -> vat.words(net));
        Euro amount = net.plus(tax);
        if (!tax.isZero()) {
            trace.step(amount.value(), () -> "totale, IVA compresa");
        }
        return new Outcome.Computed(net, tax, amount, trace.figures(), trace.marks(), trace.steps());
    }

    Tariff find(String code) {
        return book.find(code).orElseThrow(() -> new IllegalStateException("Checked, yet unknown: " + code));
    }

    /** The parts of a shared cost, as the tariff of {@code asking} sees all the cases. */
    Parts parts(Component.Share share, Inputs asking) {
        if (!everyone) {
            throw new Refusal("tariffs.share.participants");
        }
        Shared key = new Shared(share, asking.tariff().code(), asking.year(), asking.dates());
        Parts known = shared.get(key);
        if (known == null) {
            known = Parts.of(share, seenAs(asking), this);
            shared.put(key, known);
        }
        return known;
    }

    private List<Inputs> seenAs(Inputs asking) {
        List<Inputs> all = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            all.add(new Inputs(
                    cases.get(i), i, asking.tariff(), asking.year(), asking.dates(), gaps, new Trace(false)));
        }
        return all;
    }
}
