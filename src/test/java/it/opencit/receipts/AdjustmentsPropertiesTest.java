// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However often what is owed changes, what is approved in a year adds up to it, and nothing is adjusted twice. */
class AdjustmentsPropertiesTest {

    /** What a payer owes for a thing, in cents. */
    record Debt(int thing, int payer, long cents, long vat) {}

    /** What is owed at a moment, and the things that cannot be computed then. */
    record Moment(List<Debt> debts, Set<Integer> gaps) {

        Computation computation() {
            Map<LineKey, Claim> claims = new LinkedHashMap<>();
            for (Debt debt : debts) {
                if (!gaps.contains(debt.thing())) {
                    Claim claim = claim(debt);
                    claims.put(claim.lineKey(), claim);
                }
            }
            return new Computation(
                    2019,
                    List.copyOf(claims.values()),
                    gaps.stream()
                            .map(thing -> new Gap(key(thing), new OrganizationId(thing + 1), "Voce", "manca un dato"))
                            .toList());
        }
    }

    /** The lines approved in a year, run after run. */
    private static final class Year {

        private final List<DraftLine> approved = new ArrayList<>();

        List<DraftLine> draft(Computation now) {
            Map<LineKey, Owed> sums = new HashMap<>();
            for (DraftLine line : approved) {
                Owed due = line.due();
                sums.merge(
                        line.key(),
                        due,
                        (one, other) -> new Owed(
                                one.amount().plus(other.amount()), one.vat().plus(other.vat())));
            }
            return new Adjustments(sums, this::last, OrganizationId::toString).lines(now);
        }

        private Map<LineKey, Claim> last(Collection<LineKey> keys) {
            return approved.stream()
                    .filter(line -> keys.contains(line.key()))
                    .collect(Collectors.toMap(DraftLine::key, DraftLine::claim, (_, later) -> later));
        }

        Euro owed(Set<String> except) {
            return Euro.sum(approved.stream()
                    .filter(line -> !except.contains(line.claim().key()))
                    .map(DraftLine::amount)
                    .toList());
        }
    }

    @Property
    void whatIsApprovedAddsUpToWhatIsOwed(@ForAll("moments") List<Moment> moments) {
        Year year = new Year();
        for (Moment moment : moments) {
            Computation now = moment.computation();
            year.approved.addAll(year.draft(now));
            Set<String> gaps = now.gaps().stream().map(Gap::key).collect(Collectors.toSet());
            assertThat(year.owed(gaps))
                    .isEqualTo(Euro.sum(now.claims().stream().map(Claim::amount).toList()));
        }
    }

    @Property
    void whatWasJustApprovedNeedsNoAdjustment(@ForAll("moments") List<Moment> moments) {
        Year year = new Year();
        for (Moment moment : moments) {
            year.approved.addAll(year.draft(moment.computation()));
            assertThat(year.draft(moment.computation())).isEmpty();
        }
    }

    @Property
    void theSameComputationHasTheSameDigestWhateverItsOrder(@ForAll("moment") Moment moment) {
        Computation now = moment.computation();
        Computation reversed =
                new Computation(now.year(), now.claims().reversed(), now.gaps().reversed());
        assertThat(RunDigest.of(2019, 1, new Year().draft(reversed), reversed.gaps()))
                .isEqualTo(RunDigest.of(2019, 1, new Year().draft(now), now.gaps()));
    }

    @Property
    void everyAdjustmentSaysWhatChanged(@ForAll("moments") List<Moment> moments) {
        Year year = new Year();
        for (Moment moment : moments) {
            boolean first = year.approved.isEmpty();
            List<DraftLine> lines = year.draft(moment.computation());
            assertThat(lines).allMatch(line -> first || !line.because().isEmpty());
            year.approved.addAll(lines);
        }
    }

    @Provide
    Arbitrary<List<Moment>> moments() {
        return moment().list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<Moment> moment() {
        Arbitrary<Debt> debt = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(0, 500_000),
                        Arbitraries.integers().between(0, 22))
                .as((thing, payer, cents, rate) -> new Debt(thing, payer, cents, cents * rate / (100 + rate)));
        return Combinators.combine(
                        debt.list().ofMaxSize(12),
                        Arbitraries.integers().between(0, 5).set().ofMaxSize(2))
                .as((debts, gaps) -> new Moment(debts, new HashSet<>(gaps)));
    }

    private static String key(int thing) {
        return "service:" + thing + ":YEARLY:2019-01-01";
    }

    private static Claim claim(Debt debt) {
        Why why = new Why(
                "prova/canone",
                1L,
                "Canone",
                "",
                BigDecimal.valueOf(100),
                List.of(new Why.Fact("quantity:units", "Unità", BigDecimal.valueOf(debt.cents()), null, "", "")),
                List.of(new Why.Step("canone", BigDecimal.valueOf(debt.cents(), 2), 0, "")),
                List.of());
        return new Claim(
                key(debt.thing()),
                LineKind.YEARLY,
                new OrganizationId(debt.thing() + 1),
                new OrganizationId(debt.payer() + 100),
                "Servizio",
                Period.ofYear(2019),
                "prova/canone",
                1L,
                new Euro(debt.vat()),
                new Euro(debt.cents()),
                "",
                "",
                WhyJson.write(why));
    }
}
