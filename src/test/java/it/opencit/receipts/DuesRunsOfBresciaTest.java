// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.AccertamentoState;
import it.opencit.treasury.Treasury;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The years 2015-2019 of the demonstration's Brescia replay what the documents of its CIT print. */
@OpenCitTest
class DuesRunsOfBresciaTest {

    @Autowired
    Cast cast;

    @Autowired
    DuesRuns runs;

    @Autowired
    Statements statements;

    @Autowired
    Treasury treasury;

    @Autowired
    PaymentReminders reminders;

    @Autowired
    Organizations organizations;

    @ParameterizedTest
    @ValueSource(ints = {2015, 2016, 2017, 2018, 2019})
    void whatWasApprovedIsWhatIsOwedToday(int year) {
        DuesRun run = cast.at(Cast.BRESCIA, () -> runs.compute(year));
        assertThat(run.isDraft()).isFalse();
        assertThat(cast.at(Cast.BRESCIA, () -> runs.lines(run.id())))
                .filteredOn(line ->
                        line.kind() == LineKind.QUOTA && line.beneficiaryName().equals("Comune di Coccaglio"))
                .extracting(DueLine::amount)
                .containsExactly(Euro.of("1973.63"));
    }

    @Test
    void theAccertamentoOfAcquafreddaIsTheOneThatTheDocumentsPrint() {
        Accertamento printed = of("Acquafredda", "1003/2015");
        assertThat(printed.act().inItalian()).isEqualTo("Determina dirigenziale n. 857 del 05/08/2015");
        assertThat(printed.amount()).isEqualTo(Euro.of("405.30"));
        assertThat(printed.state()).isEqualTo(AccertamentoState.COLLECTED);
        assertThat(printed.chapter())
                .isEqualTo(
                        "3100936 - SERVIZI INFORMATICI - sviluppo ed utilizzo centro servizio territoriale-informatica-VINC. 508");
    }

    @Test
    void gardonePaidItsLookUpsWithTheProvvisorioThatTheDocumentsPrint() {
        List<Accertamento> telemaco = cast.at(Cast.BRESCIA, () -> treasury.of(body("Gardone Riviera"))).stream()
                .filter(one -> one.fiscalYear() == 2017 && one.object().equals("Servizio Telemaco"))
                .toList();
        assertThat(telemaco).extracting(Accertamento::amount).containsExactly(Euro.of("56.00"));
        cast.at(Cast.BRESCIA, () -> {
            var allocation =
                    treasury.allocations(List.of(telemaco.getFirst().id())).getFirst();
            var provvisorio = treasury.find(allocation.provvisorio()).orElseThrow();
            assertThat(provvisorio.number()).isEqualTo(16577);
            assertThat(provvisorio.receivedOn()).isEqualTo(LocalDate.of(2017, 12, 29));
            var order = treasury.riscossioni(List.of(Objects.requireNonNull(allocation.riscossione())))
                    .getFirst();
            assertThat(order.order().inItalian()).isEqualTo("Ordinanza di riscossione n. 51 del 09/01/2018");
        });
    }

    @Test
    void theUnioneOfTheBassaPaidThreeHundredEuroIn2019() {
        assertThat(cast.at(Cast.BRESCIA, () -> treasury.of(body("Unione Comuni Bassa Bresciana Occidentale"))))
                .filteredOn(one -> one.fiscalYear() == 2019)
                .extracting(Accertamento::amount, Accertamento::state)
                .containsExactly(tuple(Euro.of("300.00"), AccertamentoState.COLLECTED));
    }

    @Test
    void theUnioneOfTheAntichiBorghiPaysTheActivationOfBreno() {
        DuesRun run = cast.at(Cast.BRESCIA, () -> runs.of(2017).getFirst());
        assertThat(cast.at(Cast.BRESCIA, () -> runs.lines(run.id())))
                .filteredOn(line -> line.kind() == LineKind.ACTIVATION
                        && line.beneficiaryName().equals("Comune di Breno"))
                .extracting(DueLine::payerName, DueLine::amount, DueLine::vat)
                .containsExactly(tuple("Unione Antichi Borghi di Vallecamonica", Euro.of("500.00"), Euro.ZERO));
    }

    @Test
    void someOf2019IsStillToBeCollected() {
        assertThat(cast.at(Cast.BRESCIA, () -> reminders.late()))
                .isNotEmpty()
                .allSatisfy(late -> assertThat(late.request().duesYear()).isEqualTo(2019));
        Statement coccaglio = cast.at(Cast.BRESCIA, () -> statements.of(body("Coccaglio"), 2016));
        assertThat(coccaglio.due()).isEqualTo(coccaglio.assessed());
    }

    private Accertamento of(String name, String label) {
        return cast.at(
                Cast.BRESCIA,
                () -> treasury.of(body(name)).stream()
                        .filter(one -> one.label().equals(label))
                        .findFirst()
                        .orElseThrow());
    }

    private OrganizationId body(String name) {
        return organizations.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
