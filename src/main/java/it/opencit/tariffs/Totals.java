// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import java.util.List;
import java.util.function.Function;

/**
 * What a group of bodies comes to. Each tariff is totalled on the bodies to which it gives an amount; the two are compared
 * on those to which both do, so that a body refused by one does not look like a saving.
 *
 * @param bodies how many there are, refused ones included
 * @param compared how many have both amounts
 * @param nowOfCompared total of the tariff now, on those
 * @param thenOfCompared total of the tariff tried, on those
 */
record Totals(int bodies, OfSide now, OfSide then, int compared, Euro nowOfCompared, Euro thenOfCompared) {

    /**
     * What one tariff comes to.
     *
     * @param computed how many bodies it gives an amount to
     * @param amount what they would pay, VAT included
     * @param vat the part that is VAT
     */
    record OfSide(int computed, Euro amount, Euro vat) {

        /** What the centre takes in: the amounts without their VAT. */
        Euro net() {
            return amount.minus(vat);
        }

        private static OfSide of(List<ComparedBody> bodies, Function<ComparedBody, Side> read) {
            int computed = 0;
            Euro amount = Euro.ZERO;
            Euro vat = Euro.ZERO;
            for (ComparedBody body : bodies) {
                Side side = read.apply(body);
                if (side.amount() != null) {
                    computed++;
                    amount = amount.plus(side.amount());
                    vat = vat.plus(side.vat());
                }
            }
            return new OfSide(computed, amount, vat);
        }
    }

    static Totals of(List<ComparedBody> bodies) {
        int compared = 0;
        Euro now = Euro.ZERO;
        Euro then = Euro.ZERO;
        for (ComparedBody body : bodies) {
            Euro before = body.now().amount();
            Euro after = body.then().amount();
            if (before != null && after != null) {
                compared++;
                now = now.plus(before);
                then = then.plus(after);
            }
        }
        return new Totals(
                bodies.size(),
                OfSide.of(bodies, ComparedBody::now),
                OfSide.of(bodies, ComparedBody::then),
                compared,
                now,
                then);
    }

    /** How much more (less, when negative) the bodies with both amounts would pay. */
    Euro difference() {
        return thenOfCompared.minus(nowOfCompared);
    }

    /** Whether some body has one amount and not the other: then the difference is not that of the two totals. */
    boolean partlyCompared() {
        return compared < now.computed() || compared < then.computed();
    }
}
