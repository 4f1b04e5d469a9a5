// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Applies tariffs. Pure: no clock, no database; the same question has the same answer, to the cent, in any year.
 *
 * @param book where tariffs that refer to others find them
 * @param kinds the figures that exist
 */
public record Calculator(TariffBook book, FigureKinds kinds) {

    /**
     * What a tariff says of one case, with every step.
     *
     * @throws Refusal when the tariff is wrong, or a figure or quantity is missing
     */
    public Outcome.Computed explain(Tariff tariff, int year, Case one) {
        return run(tariff, year, List.of(one), false).explain(0).orRefuse();
    }

    /**
     * What a tariff says of one case, without steps.
     *
     * @throws Refusal when the tariff is wrong, or a figure or quantity is missing
     */
    public Outcome.Computed amount(Tariff tariff, int year, Case one) {
        return run(tariff, year, List.of(one), false).amount(0).orRefuse();
    }

    /**
     * A tariff on all the cases that take part: a shared cost is shared among these, in this order.
     *
     * @throws Refusal when the tariff is wrong; what concerns a single case is in its {@link Outcome}
     */
    public Run run(Tariff tariff, int year, List<Case> cases) {
        return run(tariff, year, cases, true);
    }

    /**
     * How many units a tariff includes for one case before any is paid for: those of the first allowance of its tree
     * that applies to it, in the unit that the allowance counts; nothing when none does.
     *
     * @throws Refusal when the tariff is wrong, or a figure that the allowance depends on is missing
     */
    public Optional<BigDecimal> allowance(Tariff tariff, int year, Case one) {
        return run(tariff, year, List.of(one), false).included(0);
    }

    private Run run(Tariff tariff, int year, List<Case> cases, boolean everyone) {
        TariffCheck.of(tariff, book, kinds).orRefuse();
        return new Run(tariff, book, kinds, year, cases, everyone);
    }
}
