// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a tariff, and where: an amount comes only from one with nothing wrong. */
public final class TariffCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> NEVER_DECLARED = Set.of(Quantity.MONTHS_OF_USE, Quantity.MONTHS_BEFORE);

    private final TariffBook book;
    private final FigureKinds kinds;
    private final Problems problems = new Problems();
    private final List<String> chain = new ArrayList<>();

    private TariffCheck(TariffBook book, FigureKinds kinds) {
        this.book = book;
        this.kinds = kinds;
    }

    /**
     * Checks a tariff and those it refers to.
     *
     * @param kinds the figures that exist
     */
    public static Verdict of(Tariff tariff, TariffBook book, FigureKinds kinds) {
        TariffCheck check = new TariffCheck(book, kinds);
        check.tariff(tariff, name(tariff.code()));
        return check.problems.verdict();
    }

    private void tariff(Tariff tariff, String path) {
        if (tariff.validTo() != null && tariff.validTo().isBefore(tariff.validFrom())) {
            problems.add(path, "tariffs.validity", Italian.date(tariff.validTo()), Italian.date(tariff.validFrom()));
        }
        if (tariff.vat() != null
                && tariff.vat().rate() != null
                && !tariff.vat().rate().isShare()) {
            problems.add(
                    path + " › IVA",
                    "tariffs.percent",
                    Italian.number(tariff.vat().rate().value()));
        }
        tariff.figureDates().keySet().forEach(kind -> figure(kind, path + " › date dei dati"));
        Set<String> keys = new HashSet<>();
        for (Quantity quantity : tariff.quantities()) {
            if (!keys.add(quantity.key())) {
                problems.add(path, "tariffs.quantity.twice", quantity.key());
            }
        }
        chain.add(tariff.code());
        component(tariff, tariff.tree(), path);
        chain.removeLast();
    }

    private void component(Tariff tariff, Component component, String path) {
        own(component, path);
        Tree.measures(component).forEach(measure -> measure(tariff, measure, path));
        if (component instanceof Component.Quoted(var key, var toConfirm)) {
            declared(tariff, key, path);
            problems.confirm(path, toConfirm);
        }
        if (component instanceof Component.FirstYear || component instanceof Component.ActivationPlusYearly) {
            declared(tariff, Quantity.YEAR_OF_USE, path);
        }
        for (Tree.Child child : Tree.children(component)) {
            component(tariff, child.component(), child.segment().isBlank() ? path : path + " › " + child.segment());
        }
    }

    private void own(Component component, String path) {
        switch (component) {
            case Component.Fixed(var amount) -> notNegative(amount, path);
            case Component.PerUnit perUnit -> notNegative(perUnit.rate(), path);
            case Component.BandAmount band -> bands(band.bands(), path);
            case Component.BandRate band -> bands(band.bands(), path);
            case Component.Progressive progressive -> bands(progressive.bands(), path);
            case Component.Overage overage -> {
                allowance(overage.allowance(), path + " › franchigia");
                notNegative(overage.rate(), path);
            }
            case Component.Packs packs -> {
                positive(packs.size(), path + " › pacchetto");
                notNegative(packs.price(), path);
            }
            case Component.ByKind byKind ->
                kinds(byKind.cases().stream().map(Component.KindCase::kinds).toList(), path);
            case Component.Sum(var components) when components.isEmpty() -> problems.add(path, "tariffs.sum.empty");
            case Component.Discount discount -> percent(discount.percent(), path + " › sconto");
            case Component.Limits limits -> limits(limits.min(), limits.max(), path);
            case Component.NotAboveYear notAbove ->
                notAbove.figureDates().keySet().forEach(kind -> figure(kind, path + " › tetto"));
            case Component.FreeMonths free
            when free.months() < 1 -> problems.add(path, "tariffs.months", String.valueOf(free.months()));
            case Component.Share share
            when Tree.dependsOnBody(share.cost()) -> problems.add(path, "tariffs.share.cost");
            case Component.Reference(var code) -> reference(code, path);
            default -> {}
        }
    }

    private void reference(String code, String path) {
        if (chain.contains(code)) {
            List<String> loop = new ArrayList<>(chain.subList(chain.indexOf(code), chain.size()));
            loop.add(code);
            problems.add(path, "tariffs.reference.loop", String.join(" → ", loop));
            return;
        }
        book.find(code)
                .ifPresentOrElse(
                        other -> tariff(other, path + " › tariffa " + code),
                        () -> problems.add(path, "tariffs.reference.unknown", code));
    }

    private void measure(Tariff tariff, Measure measure, String path) {
        switch (measure) {
            case Measure.OfFigure(var kind) -> figure(kind, path);
            case Measure.OfQuantity(var key) -> declared(tariff, key, path);
        }
    }

    private void figure(String kind, String path) {
        if (!kinds.knows(kind)) {
            problems.add(path, "tariffs.figure.unknown", kind);
        }
    }

    private void declared(Tariff tariff, String key, String path) {
        boolean found =
                tariff.quantities().stream().anyMatch(quantity -> quantity.key().equals(key));
        if (!found && !NEVER_DECLARED.contains(key)) {
            problems.add(path, "tariffs.quantity.undeclared", key);
        }
    }

    private void allowance(Allowance allowance, String path) {
        switch (allowance) {
            case Allowance.Flat(var units) -> notNegative(units, path);
            case Allowance.Banded banded -> bands(banded.bands(), path);
            case Allowance.ByKind(var cases, var otherwise) -> {
                kinds(cases.stream().map(Allowance.KindCase::kinds).toList(), path);
                cases.forEach(each -> allowance(each.allowance(), path));
                if (otherwise != null) {
                    allowance(otherwise, path);
                }
            }
        }
    }

    private void bands(List<Band> bands, String path) {
        BandCheck.of(bands, path, problems);
        for (int i = 0; i < bands.size(); i++) {
            notNegative(bands.get(i).value(), BandCheck.place(path, i));
        }
    }

    private void kinds(List<List<OrganizationKind>> cases, String path) {
        Set<OrganizationKind> seen = EnumSet.noneOf(OrganizationKind.class);
        for (List<OrganizationKind> each : cases) {
            if (each.isEmpty()) {
                problems.add(path, "tariffs.kinds.none");
            }
            for (OrganizationKind kind : each) {
                if (!seen.add(kind)) {
                    problems.add(path, "tariffs.kinds.twice", kind.label());
                }
            }
        }
    }

    private void limits(@Nullable Parameter min, @Nullable Parameter max, String path) {
        if (min == null && max == null) {
            problems.add(path, "tariffs.limits.none");
        }
        if (min != null) {
            notNegative(min, path + " › minimo");
        }
        if (max != null) {
            notNegative(max, path + " › massimo");
        }
        if (min != null && max != null && min.value().compareTo(max.value()) > 0) {
            problems.add(path, "tariffs.limits.crossed", Wording.euro(min.value()), Wording.euro(max.value()));
        }
    }

    private void notNegative(Parameter parameter, String path) {
        if (parameter.value().signum() < 0) {
            problems.add(path, "tariffs.negative", Italian.number(parameter.value()));
        }
        problems.confirm(path, parameter.toConfirm());
    }

    private void positive(Parameter parameter, String path) {
        if (parameter.value().signum() <= 0) {
            problems.add(path, "tariffs.not-positive", Italian.number(parameter.value()));
        }
        problems.confirm(path, parameter.toConfirm());
    }

    private void percent(Parameter parameter, String path) {
        BigDecimal value = parameter.value();
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            problems.add(path, "tariffs.percent", Italian.number(value));
        }
        problems.confirm(path, parameter.toConfirm());
    }

    private static String name(String code) {
        return code.substring(code.lastIndexOf('/') + 1);
    }

    /** What has been found so far. */
    static final class Problems {

        private final List<Verdict.Problem> wrong = new ArrayList<>();
        private final List<Verdict.Problem> toConfirm = new ArrayList<>();

        void add(String path, String key, Object... arguments) {
            wrong.add(new Verdict.Problem(path, key, Messages.text(key, arguments)));
        }

        void confirm(String path, @Nullable String why) {
            if (why != null) {
                toConfirm.add(new Verdict.Problem(path, "tariffs.to-confirm", why));
            }
        }

        Verdict verdict() {
            return new Verdict(wrong, toConfirm);
        }
    }
}
