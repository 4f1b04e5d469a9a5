// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.PayerAmount;
import it.opencit.agreements.PayerShare;
import it.opencit.agreements.PayerShares;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import it.opencit.tariffs.FigureKinds;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Vat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is owed in a year, each thing divided among its payers. */
final class ClaimBook {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final int year;
    private final FigureKinds kinds;
    private final Map<String, Long> versions;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** @param versions identifier of each tariff version in force at the centre, by {@link #version} */
    ClaimBook(int year, FigureKinds kinds, Map<String, Long> versions) {
        this.year = year;
        this.kinds = kinds;
        this.versions = versions;
    }

    /** A thing that is owed. */
    record Thing(String key, LineKind kind, OrganizationId beneficiary, String title, Period term) {}

    static String version(Tariff tariff) {
        return tariff.code() + "@" + tariff.validFrom();
    }

    Computation computation() {
        return new Computation(year, List.copyOf(claims), List.copyOf(gaps));
    }

    private void refuse(Thing thing, String reason) {
        gaps.add(new Gap(thing.key(), thing.beneficiary(), thing.title(), reason));
    }

    /**
     * Adds a thing with its amount, or with the reason why there is none.
     *
     * @param quantities that counted besides the figures
     * @param payers other bodies that take a share; empty when the beneficiary pays by itself
     */
    void add(
            Thing thing, @Nullable Tariff tariff, Outcome outcome, List<Why.Fact> quantities, List<PayerShare> payers) {
        switch (outcome) {
            case Outcome.Refused(var reason) -> refuse(thing, reason.inItalian());
            case Outcome.Computed computed
            when tariff == null -> throw new IllegalStateException("An amount without a tariff: " + computed);
            case Outcome.Computed computed ->
                add(
                        thing,
                        tariff,
                        computed,
                        quantities,
                        payers.stream()
                                .filter(share -> !share.payer().equals(thing.beneficiary()))
                                .toList());
        }
    }

    private void add(
            Thing thing, Tariff tariff, Outcome.Computed computed, List<Why.Fact> quantities, List<PayerShare> payers) {
        Why why = why(tariff, computed, quantities);
        Vat vat = tariff.vat();
        Claim whole = new Claim(
                thing.key(),
                thing.kind(),
                thing.beneficiary(),
                thing.beneficiary(),
                thing.title(),
                thing.term(),
                tariff.code(),
                why.version(),
                computed.vat(),
                computed.amount(),
                vat == null ? "" : vat.reference(),
                warnings(computed),
                WhyJson.write(why));
        if (payers.isEmpty()) {
            claims.add(whole);
            return;
        }
        List<PayerAmount> amounts = PayerShares.of(computed.amount(), thing.beneficiary(), payers);
        List<PayerAmount> vats = PayerShares.of(computed.vat(), thing.beneficiary(), payers);
        BigDecimal rest = HUNDRED;
        for (int i = 0; i < amounts.size(); i++) {
            BigDecimal percent = i < payers.size() ? payers.get(i).share().value() : rest;
            rest = rest.subtract(percent);
            Euro vatShare = vats.get(i).amount();
            claims.add(whole.of(amounts.get(i), vatShare, WhyJson.write(sharing(why, percent))));
        }
    }

    private Why why(Tariff tariff, Outcome.Computed computed, List<Why.Fact> quantities) {
        List<Why.Fact> facts = new ArrayList<>();
        computed.figures()
                .forEach(figure -> facts.add(new Why.Fact(
                        "figure:" + figure.kind(),
                        kinds.plural(figure.kind()),
                        figure.value(),
                        figure.date(),
                        orEmpty(figure.source()),
                        orEmpty(figure.mark()))));
        facts.addAll(quantities);
        List<Why.Step> steps = computed.steps().stream()
                .map(step -> new Why.Step(
                        step.text(),
                        step.amount(),
                        step.depth(),
                        step.marks().isEmpty()
                                ? ""
                                : step.marks().stream()
                                        .map(mark -> mark.label())
                                        .distinct()
                                        .collect(Collectors.joining(", "))))
                .toList();
        return new Why(
                tariff.code(),
                versions.get(version(tariff)),
                tariff.title(),
                DueSheets.act(tariff.act()),
                HUNDRED,
                facts,
                steps,
                computed.marks().stream()
                        .map(mark -> mark.label() + ": " + mark.note())
                        .toList());
    }

    private static Why sharing(Why why, BigDecimal percent) {
        return new Why(
                why.tariff(), why.version(), why.rule(), why.act(), percent, why.facts(), why.steps(), why.warnings());
    }

    private static String warnings(Outcome.Computed computed) {
        if (computed.marks().isEmpty()) {
            return "";
        }
        Set<String> labels = new LinkedHashSet<>();
        computed.marks().forEach(mark -> labels.add(mark.label()));
        return String.join(", ", labels);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
