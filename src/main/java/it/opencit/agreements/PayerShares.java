// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Who pays a quota, and how much each: the beneficiary pays what no other body takes upon itself. */
public final class PayerShares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PayerShares() {}

    /**
     * Divides a quota among its payers; the amounts always add up to it. The cents that the percentages leave over go to
     * the largest fractions (largest remainder), to the beneficiary first when fractions are equal.
     *
     * @param quota negative for a credit, divided the same way
     * @param shares in the order in which they are shown, at most 100 per cent together
     * @return the other bodies in the order given, then the beneficiary unless the others take everything
     */
    public static List<PayerAmount> of(Euro quota, OrganizationId beneficiary, List<PayerShare> shares) {
        BigDecimal own = HUNDRED.subtract(total(shares));
        if (own.signum() < 0) {
            throw new IllegalArgumentException("Payers take more than the whole of a quota: " + shares);
        }
        List<OrganizationId> payers = new ArrayList<>();
        List<BigDecimal> percents = new ArrayList<>();
        for (PayerShare share : shares) {
            payers.add(share.payer());
            percents.add(share.share().value());
        }
        if (own.signum() > 0) {
            payers.add(beneficiary);
            percents.add(own);
        }
        long[] cents = divided(quota.cents(), percents);
        return IntStream.range(0, cents.length)
                .mapToObj(i -> new PayerAmount(payers.get(i), new Euro(cents[i])))
                .toList();
    }

    /** What the others take together, in per cent. */
    static BigDecimal total(List<PayerShare> shares) {
        return shares.stream().map(share -> share.share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long[] divided(long whole, List<BigDecimal> percents) {
        long[] parts = new long[percents.size()];
        BigDecimal[] fractions = new BigDecimal[parts.length];
        long left = Math.absExact(whole);
        for (int i = 0; i < parts.length; i++) {
            BigDecimal exact = BigDecimal.valueOf(Math.absExact(whole))
                    .multiply(percents.get(i))
                    .movePointLeft(2);
            parts[i] = exact.setScale(0, RoundingMode.DOWN).longValueExact();
            fractions[i] = exact.subtract(BigDecimal.valueOf(parts[i]));
            left -= parts[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> fractions[i])
                        .thenComparing(i -> i)
                        .reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        for (int i = 0; whole < 0 && i < parts.length; i++) {
            parts[i] = -parts[i];
        }
        return parts;
    }
}
