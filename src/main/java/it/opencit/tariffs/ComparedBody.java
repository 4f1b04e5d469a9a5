// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A body with the two amounts.
 *
 * @param cadastralCode of a Comune, for the map; {@code null} for other bodies
 */
record ComparedBody(
        long id,
        String name,
        OrganizationKind kind,
        @Nullable String cadastralCode,
        Side now,
        Side then) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How much more it would pay (less, when negative); {@code null} unless both tariffs give an amount. */
    @Nullable
    Euro difference() {
        Euro before = now.amount();
        Euro after = then.amount();
        return before == null || after == null ? null : after.minus(before);
    }

    /** The difference on the amount now, per cent with one decimal; {@code null} without a difference or from zero. */
    @Nullable
    BigDecimal percent() {
        Euro difference = difference();
        Euro before = now.amount();
        return difference == null || before == null ? null : percent(difference, before);
    }

    /** A difference per cent of an amount, with one decimal; {@code null} when the amount is zero. */
    static @Nullable BigDecimal percent(Euro difference, Euro of) {
        return of.isZero() ? null : difference.value().multiply(HUNDRED).divide(of.value(), 1, RoundingMode.HALF_UP);
    }

    /** The labels of the warnings that touch either amount. */
    Set<String> marks() {
        Set<String> all = new TreeSet<>(now.marks());
        all.addAll(then.marks());
        return all;
    }
}
