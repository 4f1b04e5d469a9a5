// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import java.util.Optional;

/** Finds the first allowance of a tariff that applies to a case, along the branches that its amount would take. */
final class IncludedUnits {

    private final Run run;
    private final Inputs inputs;

    IncludedUnits(Run run, Inputs inputs) {
        this.run = run;
        this.inputs = inputs;
    }

    Optional<BigDecimal> of(Component component) {
        return switch (component) {
            case Component.Overage overage ->
                Optional.of(new Evaluation(run, inputs, inputs.trace()).included(overage.allowance()));
            case Component.Named(var _, var content) -> of(content);
            case Component.Sum(var components) ->
                components.stream().map(this::of).flatMap(Optional::stream).findFirst();
            case Component.ByKind byKind -> of(new Evaluation(run, inputs, inputs.trace()).chosen(byKind));
            case Component.ListPrice(var member, var list) ->
                of(inputs.subject().member() ? member : list);
            // The yearly fee first: what it includes is had every year, activation only once.
            case Component.ActivationPlusYearly(var activation, var yearly) ->
                of(yearly).or(() -> of(activation));
            case Component.FirstYear(var first, var following) -> of(inputs.isFirstYear() ? first : following);
            case Component.Discount(var content, var _) -> of(content);
            case Component.Limits limits -> of(limits.component());
            case Component.NotAboveYear cap -> of(cap.component());
            case Component.FreeMonths(var _, var content) -> of(content);
            case Component.Reference(var code) -> {
                Tariff other = run.find(code);
                yield new IncludedUnits(run, inputs.under(other)).of(other.tree());
            }
            case Component.Fixed _,
                    Component.PerUnit _,
                    Component.BandAmount _,
                    Component.BandRate _,
                    Component.Progressive _,
                    Component.Packs _,
                    Component.Share _,
                    Component.Quoted _ -> Optional.empty();
        };
    }
}
