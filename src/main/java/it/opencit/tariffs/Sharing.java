// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cost shared by weight, to the cent: everyone has the whole cents of the exact share, and the cents left over go to
 * the largest remainders (ties in the order given). The shares always add up to the cost.
 */
public final class Sharing {

    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

    private Sharing() {}

    /**
     * Shares a cost.
     *
     * @param weights in an order that does not change from one time to the next: it settles ties
     * @return the shares, in the order of the weights
     * @throws Refusal when there is no weight, one is negative or beyond reason, or all are zero
     */
    public static List<Euro> of(Euro cost, List<BigDecimal> weights) {
        List<BigInteger> parts = wholeNumbers(weights);
        BigInteger total = parts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new Refusal("tariffs.share.no-weight");
        }
        if (cost.isNegative()) {
            return of(cost.negated(), weights).stream().map(Euro::negated).toList();
        }
        long[] cents = new long[parts.size()];
        List<BigInteger> remainders = new ArrayList<>();
        long left = cost.cents();
        for (int i = 0; i < cents.length; i++) {
            BigInteger[] exact =
                    parts.get(i).multiply(BigInteger.valueOf(cost.cents())).divideAndRemainder(total);
            cents[i] = exact[0].longValueExact();
            remainders.add(exact[1]);
            left -= cents[i];
        }
        IntStream.range(0, cents.length)
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(i -> cents[i]++);
        return IntStream.range(0, cents.length)
                .mapToObj(i -> new Euro(cents[i]))
                .toList();
    }

    private static List<BigInteger> wholeNumbers(List<BigDecimal> weights) {
        int decimals = 0;
        for (BigDecimal weight : weights) {
            if (weight.signum() < 0) {
                throw new Refusal("tariffs.share.negative-weight", Italian.number(weight));
            }
            if (weight.compareTo(TOO_MUCH) >= 0 || weight.scale() > 9) {
                throw new Refusal("tariffs.share.weight-size");
            }
            decimals = Math.max(decimals, weight.scale());
        }
        int places = decimals;
        return weights.stream()
                .map(weight -> weight.movePointRight(places).toBigIntegerExact())
                .toList();
    }
}
