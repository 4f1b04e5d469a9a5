// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    private static final OrganizationId ROCCAVERDE = new OrganizationId(1);
    private static final OrganizationId SERRADEICONTI = new OrganizationId(2);

    @Test
    void whoPaidAndHowMuchTellTogether() {
        Accertamento telemaco = assessed(10, ROCCAVERDE, "84.00");
        Accertamento other = assessed(11, SERRADEICONTI, "84.00");

        List<Proposal> proposals = matching(received("84.00", ROCCAVERDE, "SALDO"), Set.of(), Map.of())
                .among(List.of(other, telemaco));

        assertThat(proposals).hasSize(2);
        assertThat(proposals.getFirst().amounts()).isEqualTo(Map.of(telemaco.id(), Euro.of("84.00")));
        assertThat(proposals.getFirst().isStrong()).isTrue();
        assertThat(proposals.getFirst().reasons())
                .containsExactly("il versante è Comune 1, che deve pagare", "l'importo è uguale al residuo (€ 84,00)");
        assertThat(proposals.get(1).isStrong()).isFalse();
        assertThat(proposals.get(1).reasons()).allMatch(reason -> reason.startsWith("solo l'importo"));
    }

    @ParameterizedTest(name = "«{0}»")
    @CsvSource(delimiter = '|', textBlock = """
            VERSAMENTO ACC. 10/2015              | true
            Accertamento n. 10 del 2015          | true
            saldo accert 0010/15                 | true
            acc.to n. 10                         | true
            accordo 10/2014                      | false
            Rif. 10/2015 Telemaco                | true
            acc. 10/2016                         | false
            acc. 110/2015                        | false
            fattura del 10/10/2015               | false
            """)
    void aNumberQuotedMeansItsAccertamento(String reason, boolean meant) {
        Accertamento ten = assessed(10, ROCCAVERDE, "84.00");
        boolean quoted = Quoted.in(reason).numbers().stream().anyMatch(number -> number.means(ten));
        assertThat(quoted).isEqualTo(meant);
    }

    @Test
    void aPagoPaFlowCoversTheNoticesThatReferToIt() {
        Accertamento first = assessed(10, ROCCAVERDE, "100.00");
        Accertamento second = assessed(11, ROCCAVERDE, "20.50");
        String flow = "2026-03-02BPPIITRRXXX-1234567";
        Provvisorio paid = received("120.50", null, "/PUR/LGPE-RIVERSAMENTO/URI/" + flow);

        Proposal best = matching(paid, Set.of(), Map.of(first.id(), Set.of(flow), second.id(), Set.of(flow)))
                .among(List.of(first, second))
                .getFirst();

        assertThat(best.amounts()).isEqualTo(Map.of(first.id(), Euro.of("100.00"), second.id(), Euro.of("20.50")));
        assertThat(best.reasons())
                .contains("i residui di 2 accertamenti di Comune 1 fanno insieme € 120,50")
                .anyMatch(reason -> reason.contains(flow));
    }

    @Test
    void aPartOfTheResidualIsProposedAsAPart() {
        Proposal best = matching(received("40.00", ROCCAVERDE, ""), Set.of(), Map.of())
                .among(List.of(assessed(10, ROCCAVERDE, "84.00")))
                .getFirst();
        assertThat(best.amount()).isEqualTo(Euro.of("40.00"));
        assertThat(best.reasons()).contains("è una parte del residuo (€ 84,00)");
        assertThat(best.isStrong()).isFalse();
    }

    @Property(tries = 300)
    void noProposalIsMoreThanIsLeftOnEitherSide(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 2000) Integer> residuals,
            @ForAll @IntRange(min = 1, max = 6000) int left) {
        List<Accertamento> open = new ArrayList<>();
        for (int i = 0; i < residuals.size(); i++) {
            open.add(assessed(10 + i, new OrganizationId(1 + i % 2), new Euro(residuals.get(i)).toString()));
        }
        Provvisorio received = received(new Euro(left).toString(), ROCCAVERDE, "");
        for (Proposal proposal :
                matching(received, Set.of(SERRADEICONTI), Map.of()).among(open)) {
            assertThat(proposal.amount()).isLessThanOrEqualTo(received.residual());
            assertThat(proposal.parts())
                    .allSatisfy(part -> assertThat(part.amount())
                            .isGreaterThan(Euro.ZERO)
                            .isLessThanOrEqualTo(part.accertamento().residual()));
            assertThat(proposal.reasons()).isNotEmpty();
        }
    }

    @Property(tries = 300)
    void aCombinationSumsToTheAmount(
            @ForAll @Size(min = 2, max = 25) List<@IntRange(min = 1, max = 500) Integer> residuals,
            @ForAll @IntRange(min = 2, max = 1500) int amount) {
        List<Accertamento> open = new ArrayList<>();
        for (int i = 0; i < residuals.size(); i++) {
            open.add(assessed(10 + i, ROCCAVERDE, new Euro(residuals.get(i)).toString()));
        }
        List<Accertamento> found = Combination.of(open, new Euro(amount));
        if (!found.isEmpty()) {
            assertThat(Euro.sum(found.stream().map(Accertamento::residual).toList()))
                    .isEqualTo(new Euro(amount));
            assertThat(found).doesNotHaveDuplicates();
        }
    }

    @Test
    void aCombinationOfThreeIsFound() {
        List<Accertamento> open = List.of(
                assessed(1, ROCCAVERDE, "10.00"),
                assessed(2, ROCCAVERDE, "25.00"),
                assessed(3, ROCCAVERDE, "7.30"),
                assessed(4, ROCCAVERDE, "99.00"));
        assertThat(Combination.of(open, Euro.of("42.30")))
                .extracting(a -> a.id().value())
                .containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    private static Matching matching(
            Provvisorio received, Set<OrganizationId> named, Map<AccertamentoId, Set<String>> references) {
        return new Matching(received, Quoted.in(received.reason()), named, references);
    }

    private static Accertamento assessed(long id, OrganizationId payer, String amount) {
        return new Accertamento(
                new AccertamentoId(id),
                Long.toString(id),
                2015,
                2015,
                new Act("Determina", "1", LocalDate.of(2015, 1, 1)),
                payer,
                "Comune " + payer,
                payer,
                "Comune " + payer,
                "Servizio",
                "Capitolo",
                Euro.of(amount),
                Euro.ZERO,
                Euro.ZERO,
                null,
                "",
                0);
    }

    private static Provvisorio received(String amount, @Nullable OrganizationId payer, String reason) {
        return new Provvisorio(
                new ProvvisorioId(1),
                2026,
                1,
                LocalDate.of(2026, 1, 1),
                "TESORIERE",
                "",
                payer,
                "",
                reason,
                Euro.of(amount),
                Euro.ZERO,
                Euro.ZERO,
                Euro.ZERO,
                "",
                "",
                null,
                ProvvisorioState.OPEN,
                0);
    }
}
