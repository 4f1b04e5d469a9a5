// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks the tree of a tariff. */
final class Tree {

    private Tree() {}

    /**
     * A component within another.
     *
     * @param segment the Italian piece of the path that leads to it; empty when the parent adds nothing to its place
     */
    record Child(String segment, Component component) {}

    /** The components directly within one. */
    static List<Child> children(Component parent) {
        return switch (parent) {
            case Component.Named(var label, var component) -> List.of(new Child(label, component));
            case Component.ByKind byKind -> ofByKind(byKind);
            case Component.ActivationPlusYearly(var activation, var yearly) ->
                List.of(new Child("attivazione", activation), new Child("canone annuo", yearly));
            case Component.FirstYear(var first, var following) ->
                List.of(new Child("primo anno", first), new Child("anni successivi", following));
            case Component.Sum(var components) -> ofSum(components);
            case Component.Discount discount -> List.of(new Child("", discount.component()));
            case Component.Limits limits -> List.of(new Child("", limits.component()));
            case Component.NotAboveYear cap ->
                List.of(new Child("", cap.component()), new Child("tetto del " + cap.year(), cap.computedBy()));
            case Component.FreeMonths free -> List.of(new Child("", free.component()));
            case Component.Share share -> List.of(new Child("costo da ripartire", share.cost()));
            case Component.ListPrice(var member, var list) ->
                List.of(new Child("convenzionati", member), new Child("listino", list));
            case Component.Fixed _,
                    Component.PerUnit _,
                    Component.BandAmount _,
                    Component.BandRate _,
                    Component.Progressive _,
                    Component.Overage _,
                    Component.Packs _,
                    Component.Quoted _,
                    Component.Reference _ -> List.of();
        };
    }

    /** The keys of the quantities that a tree reads, in the order met. */
    static Set<String> quantities(Component component) {
        Set<String> keys = new LinkedHashSet<>();
        everyComponent(component).forEach(each -> ownQuantities(each).forEach(keys::add));
        return keys;
    }

    /** The kinds of figure that a tree reads itself. */
    static Set<String> figures(Component component) {
        Set<String> kinds = new LinkedHashSet<>();
        everyComponent(component)
                .flatMap(Tree::measures)
                .filter(Measure.OfFigure.class::isInstance)
                .forEach(measure -> kinds.add(((Measure.OfFigure) measure).kind()));
        return kinds;
    }

    /** The codes of the tariffs that a tree refers to. */
    static Set<String> references(Component component) {
        Set<String> codes = new LinkedHashSet<>();
        everyComponent(component).forEach(each -> {
            if (each instanceof Component.Reference(var code)) {
                codes.add(code);
            }
        });
        return codes;
    }

    /** Whether a tree reads a figure of the body or looks at what it is. */
    static boolean dependsOnBody(Component component) {
        return everyComponent(component)
                .anyMatch(each -> each instanceof Component.ByKind
                        || each instanceof Component.ListPrice
                        || each instanceof Component.Share
                        || each instanceof Component.NotAboveYear
                        || each instanceof Component.Reference
                        || each instanceof Component.Overage
                        || measures(each).anyMatch(Measure.OfFigure.class::isInstance));
    }

    private static Stream<Component> everyComponent(Component root) {
        return Stream.concat(
                Stream.of(root), children(root).stream().flatMap(child -> everyComponent(child.component())));
    }

    private static Stream<String> ownQuantities(Component component) {
        Stream<String> measured = measures(component)
                .filter(Measure.OfQuantity.class::isInstance)
                .map(measure -> ((Measure.OfQuantity) measure).key());
        return switch (component) {
            case Component.Quoted quoted -> Stream.of(quoted.quantity());
            case Component.FirstYear _, Component.ActivationPlusYearly _ -> Stream.of(Quantity.YEAR_OF_USE);
            case Component.FreeMonths _ -> Stream.of(Quantity.MONTHS_OF_USE, Quantity.MONTHS_BEFORE);
            default -> measured;
        };
    }

    /** What a component counts itself, apart from what is within it. */
    static Stream<Measure> measures(Component component) {
        return switch (component) {
            case Component.PerUnit perUnit -> Stream.of(perUnit.measure());
            case Component.BandAmount band -> Stream.of(band.by());
            case Component.BandRate band -> Stream.of(band.by(), band.measure());
            case Component.Progressive progressive -> Stream.of(progressive.measure());
            case Component.Overage overage ->
                Stream.concat(Stream.of(overage.measure()), measures(overage.allowance()));
            case Component.Packs packs -> Stream.of(packs.measure());
            case Component.Share share -> Stream.of(share.by());
            default -> Stream.of();
        };
    }

    private static Stream<Measure> measures(Allowance allowance) {
        return switch (allowance) {
            case Allowance.Flat _ -> Stream.of();
            case Allowance.Banded banded -> Stream.of(banded.by());
            case Allowance.ByKind(var cases, var otherwise) ->
                Stream.concat(
                        cases.stream().flatMap(each -> measures(each.allowance())),
                        otherwise == null ? Stream.of() : measures(otherwise));
        };
    }

    private static List<Child> ofByKind(Component.ByKind byKind) {
        List<Child> children = new ArrayList<>();
        for (Component.KindCase each : byKind.cases()) {
            children.add(new Child(kinds(each), each.component()));
        }
        if (byKind.otherwise() != null) {
            children.add(new Child("altri enti", byKind.otherwise()));
        }
        return children;
    }

    private static String kinds(Component.KindCase each) {
        return each.component() instanceof Component.Named
                ? ""
                : each.kinds().stream().map(kind -> kind.label()).collect(Collectors.joining(", "));
    }

    private static List<Child> ofSum(List<Component> components) {
        List<Child> children = new ArrayList<>();
        for (Component component : components) {
            String place = "addendo " + (children.size() + 1);
            children.add(new Child(component instanceof Component.Named ? "" : place, component));
        }
        return children;
    }
}
