// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static java.math.BigDecimal.ZERO;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exact amount of each component for one case. The same lines compute with and without an explanation. */
final class Evaluation {

    private final Run run;
    private final Inputs inputs;
    private final Trace trace;

    Evaluation(Run run, Inputs inputs, Trace trace) {
        this.run = run;
        this.inputs = inputs;
        this.trace = trace;
    }

    BigDecimal amount(Component component) {
        return switch (component) {
            case Component.Named(var label, var content) -> trace.head(label, amount(content));
            case Component.Fixed(var amount) -> trace.step(inputs.parameter(amount), () -> "importo fisso");
            case Component.PerUnit(var measure, var rate) -> perUnit(measure, rate, "");
            case Component.BandAmount(var by, var bands) -> bandAmount(by, bands);
            case Component.BandRate(var by, var measure, var bands) -> bandRate(by, measure, bands);
            case Component.Progressive(var measure, var bands) -> progressive(measure, bands);
            case Component.Overage overage -> overage(overage);
            case Component.Packs packs -> packs(packs);
            case Component.ByKind byKind -> forKind(chosen(byKind));
            case Component.ActivationPlusYearly(var activation, var yearly) -> activation(activation, yearly);
            case Component.FirstYear(var first, var following) ->
                inputs.isFirstYear()
                        ? trace.head("primo anno", amount(first))
                        : trace.head("anni successivi", amount(following));
            case Component.Sum(var components) -> sum(components);
            case Component.Discount(var content, var percent) -> discount(content, percent);
            case Component.Limits(var content, var min, var max) -> limits(content, min, max);
            case Component.NotAboveYear cap -> notAbove(cap);
            case Component.FreeMonths(var months, var content) -> freeMonths(months, content);
            case Component.Share share -> share(share);
            case Component.Quoted(var key, var toConfirm) -> quoted(key, toConfirm);
            case Component.ListPrice(var member, var list) ->
                inputs.subject().member() ? amount(member) : trace.head("a listino", amount(list));
            case Component.Reference(var code) -> reference(code);
        };
    }

    private BigDecimal perUnit(Measure measure, Parameter rate, String head) {
        BigDecimal units = inputs.value(measure);
        BigDecimal each = inputs.parameter(rate);
        return trace.step(units.multiply(each), () -> head + inputs.words(measure) + " × " + Wording.euro(each));
    }

    private BigDecimal bandAmount(Measure by, List<Band> bands) {
        int found = Bands.find(bands, inputs.value(by));
        BigDecimal amount = inputs.parameter(bands.get(found).value());
        return trace.step(amount, () -> Bands.words(bands, found, inputs.unit(by)) + ": " + inputs.words(by));
    }

    private BigDecimal bandRate(Measure by, Measure measure, List<Band> bands) {
        int found = Bands.find(bands, inputs.value(by));
        Parameter rate = bands.get(found).value();
        return perUnit(measure, rate, Bands.words(bands, found, inputs.unit(by)) + ": ");
    }

    private BigDecimal progressive(Measure measure, List<Band> bands) {
        BigDecimal units = inputs.value(measure);
        BigDecimal total = ZERO;
        trace.deeper();
        for (int i = 0; i < bands.size(); i++) {
            int band = i;
            BigDecimal within = Bands.within(bands, i, units);
            if (within.signum() > 0) {
                BigDecimal rate = inputs.parameter(bands.get(i).value());
                BigDecimal part = within.multiply(rate);
                total = total.add(trace.step(
                        part,
                        () -> Bands.words(bands, band, inputs.unit(measure)) + ": " + Italian.number(within) + " × "
                                + Wording.euro(rate)));
            }
        }
        trace.shallower();
        return trace.step(total, () -> "somma degli scaglioni, " + inputs.words(measure));
    }

    private BigDecimal overage(Component.Overage overage) {
        BigDecimal included = included(overage.allowance());
        BigDecimal beyond = inputs.value(overage.measure()).subtract(included).max(ZERO);
        BigDecimal charged = overage.wholeUnits() ? beyond.setScale(0, RoundingMode.CEILING) : beyond;
        BigDecimal rate = inputs.parameter(overage.rate());
        return trace.step(
                charged.multiply(rate),
                () -> inputs.words(overage.measure()) + ", " + Italian.number(included) + " nella franchigia: "
                        + (charged.signum() == 0
                                ? "nulla da pagare"
                                : Italian.number(charged) + " in più × " + Wording.euro(rate)));
    }

    /** How many units are included before any is paid for. */
    BigDecimal included(Allowance allowance) {
        return switch (allowance) {
            case Allowance.Flat(var units) -> inputs.parameter(units);
            case Allowance.Banded(var by, var bands) ->
                inputs.parameter(bands.get(Bands.find(bands, inputs.value(by))).value());
            case Allowance.ByKind(var cases, var otherwise) -> {
                for (Allowance.KindCase each : cases) {
                    if (each.kinds().contains(kind())) {
                        yield included(each.allowance());
                    }
                }
                if (otherwise == null) {
                    throw new Refusal("tariffs.kind.not-foreseen", kind().label());
                }
                yield included(otherwise);
            }
        };
    }

    private BigDecimal packs(Component.Packs packs) {
        BigDecimal size = inputs.parameter(packs.size());
        BigDecimal price = inputs.parameter(packs.price());
        BigDecimal count = inputs.value(packs.measure()).divide(size, 0, RoundingMode.CEILING);
        return trace.step(
                count.multiply(price),
                () -> inputs.words(packs.measure()) + ": " + Italian.number(count) + " pacchetti da "
                        + Italian.number(size) + " × " + Wording.euro(price));
    }

    /** The component for the kind of the body. */
    Component chosen(Component.ByKind byKind) {
        for (Component.KindCase each : byKind.cases()) {
            if (each.kinds().contains(kind())) {
                return each.component();
            }
        }
        Component otherwise = byKind.otherwise();
        if (otherwise == null) {
            throw new Refusal("tariffs.kind.not-foreseen", kind().label());
        }
        return otherwise;
    }

    private BigDecimal forKind(Component content) {
        BigDecimal amount = amount(content);
        return content instanceof Component.Named ? amount : trace.head(kind().label(), amount);
    }

    private BigDecimal activation(Component activation, Component yearly) {
        if (!inputs.isFirstYear()) {
            return trace.head("canone annuo", amount(yearly));
        }
        trace.deeper();
        BigDecimal once = trace.head("attivazione", amount(activation));
        BigDecimal everyYear = trace.head("canone annuo", amount(yearly));
        trace.shallower();
        return trace.step(once.add(everyYear), () -> "attivazione e canone del primo anno");
    }

    private BigDecimal sum(List<Component> components) {
        BigDecimal total = ZERO;
        trace.deeper();
        for (Component each : components) {
            total = total.add(amount(each));
        }
        trace.shallower();
        return trace.step(total, () -> "somma");
    }

    private BigDecimal discount(Component content, Parameter percent) {
        BigDecimal full = within(content);
        BigDecimal off = inputs.parameter(percent);
        BigDecimal net = full.subtract(full.multiply(off).movePointLeft(2));
        return trace.step(net, () -> Wording.euro(full) + " meno lo sconto del " + Wording.percent(off));
    }

    private BigDecimal limits(Component content, @Nullable Parameter min, @Nullable Parameter max) {
        BigDecimal amount = within(content);
        if (min != null && amount.compareTo(min.value()) < 0) {
            BigDecimal least = inputs.parameter(min);
            return trace.step(least, () -> "importo minimo, in luogo di " + Wording.euro(amount));
        }
        if (max != null && amount.compareTo(max.value()) > 0) {
            BigDecimal most = inputs.parameter(max);
            return trace.step(most, () -> "importo massimo, in luogo di " + Wording.euro(amount));
        }
        return trace.step(amount, () -> "entro i limiti");
    }

    private BigDecimal notAbove(Component.NotAboveYear cap) {
        trace.deeper();
        BigDecimal amount = amount(cap.component());
        BigDecimal most = trace.head("tetto del " + cap.year(), amountOfYear(cap));
        trace.shallower();
        return amount.compareTo(most) <= 0
                ? trace.step(amount, () -> "entro l'importo del " + cap.year() + " (" + Wording.euro(most) + ")")
                : trace.step(
                        most, () -> "non oltre l'importo del " + cap.year() + ", in luogo di " + Wording.euro(amount));
    }

    private BigDecimal amountOfYear(Component.NotAboveYear cap) {
        Euro applied = inputs.subject().pastAmounts().get(cap.year());
        if (applied != null) {
            return trace.step(applied.value(), () -> "importo applicato all'ente");
        }
        return new Evaluation(run, inputs.in(cap.year(), cap.figureDates()), trace).amount(cap.computedBy());
    }

    private BigDecimal freeMonths(int months, Component content) {
        BigDecimal wholeYear = within(content);
        int used = inputs.months(Quantity.MONTHS_OF_USE, 12);
        int before = inputs.months(Quantity.MONTHS_BEFORE, 1200);
        int paid = used - Math.clamp(months - before, 0, used);
        BigDecimal amount =
                wholeYear.multiply(BigDecimal.valueOf(paid)).divide(Quantity.MONTHS_IN_YEAR, MathContext.DECIMAL128);
        return trace.step(
                amount,
                () -> "gratuito per " + months + " mesi: " + paid + " mesi su 12 di " + Wording.euro(wholeYear));
    }

    private BigDecimal share(Component.Share share) {
        Parts parts = run.parts(share, inputs);
        Euro mine = parts.shares().get(inputs.index());
        if (mine == null) {
            return trace.step(ZERO, () -> "non partecipa alla ripartizione");
        }
        parts.marks().forEach(trace::mark);
        return trace.step(
                mine.value(),
                () -> "parte di " + parts.cost().inItalian() + ": " + inputs.words(share.by()) + " su "
                        + Italian.number(parts.weight()));
    }

    private BigDecimal quoted(String key, @Nullable String toConfirm) {
        BigDecimal amount = inputs.quoted(key);
        if (toConfirm != null) {
            trace.mark(Mark.toConfirm(toConfirm));
        }
        return trace.step(amount, () -> "importo stabilito caso per caso");
    }

    private BigDecimal reference(String code) {
        Tariff other = run.find(code);
        BigDecimal amount = new Evaluation(run, inputs.under(other), trace).amount(other.tree());
        return trace.head("tariffa \"" + other.title() + "\"", amount);
    }

    private BigDecimal within(Component content) {
        trace.deeper();
        BigDecimal amount = amount(content);
        trace.shallower();
        return amount;
    }

    private OrganizationKind kind() {
        return inputs.subject().kind();
    }
}
