// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenCitTest
class TreasuryTest {

    private static final String CENTRE = TreasuryScene.CENTRE;

    @Autowired
    Cast cast;

    @Autowired
    Treasury treasury;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient jdbc;

    /** The accertamento and the order that the documents of Brescia print (cases 37 and 38 of the domain). */
    @Test
    void whatIsCollectedToTheLastCentIsSettled() {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            OrganizationId acquafredda = scene.comune("Acquafredda");
            AccertamentoId assessed = scene.assessed(acquafredda, "405.30");
            ProvvisorioId received = scene.received("COMUNE DI ACQUAFREDDA", "405.30", "2017-12-29", "");

            AllocationId made = treasury.allocate(received, assessed, Euro.of("405.30"));
            RiscossioneId order = treasury.collect(
                    new NewRiscossione(
                            new Act("Ordinanza di riscossione", "" + TreasuryScene.next(), LocalDate.of(2018, 1, 9)),
                            2018,
                            null,
                            null),
                    List.of(made));

            assertThat(treasury.get(assessed).residual()).isEqualTo(Euro.ZERO);
            assertThat(treasury.get(assessed).state()).isEqualTo(AccertamentoState.COLLECTED);
            Provvisorio provvisorio = treasury.find(received).orElseThrow();
            assertThat(provvisorio.state()).isEqualTo(ProvvisorioState.REGULARISED);
            assertThat(provvisorio.organization()).isEqualTo(acquafredda);
            assertThat(treasury.allocations(List.of(assessed)))
                    .singleElement()
                    .satisfies(
                            allocation -> assertThat(allocation.riscossione()).isEqualTo(order));
            assertThat(provvisorio.regulariseBy())
                    .as("done in time")
                    .isAfter(treasury.riscossioni(List.of(order))
                            .getFirst()
                            .order()
                            .date());
        });
    }

    /** Case 40 of the domain. */
    @Test
    void oneProvvisorioPaysForThreeBodies() {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            Map<AccertamentoId, Euro> amounts = new LinkedHashMap<>();
            amounts.put(scene.assessed(scene.comune("Uno di Tre"), "300.00"), Euro.of("300.00"));
            amounts.put(scene.assessed(scene.comune("Due di Tre"), "300.00"), Euro.of("300.00"));
            amounts.put(scene.assessed(scene.comune("Tre di Tre"), "500.00"), Euro.of("400.00"));
            ProvvisorioId received = scene.received("UNIONE", "1000.00", "2018-02-01", "");

            treasury.allocate(received, amounts);

            assertThat(treasury.find(received).orElseThrow().residual()).isEqualTo(Euro.ZERO);
            assertThat(treasury.find(amounts.keySet()))
                    .extracting(Accertamento::residual)
                    .containsExactly(Euro.ZERO, Euro.ZERO, Euro.of("100.00"));
        });
    }

    @Test
    void theSameSourceTwiceIsOneAccertamento() {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            OrganizationId body = scene.comune("Fonte");
            NewAccertamento plain = scene.of(body, "Quota", 2019, "10.00");
            String key = "run/" + TreasuryScene.next();
            NewAccertamento first = withSource(plain, key + "/1");
            NewAccertamento second = withSource(scene.of(body, "Quota", 2019, "20.00"), key + "/2");

            List<AccertamentoId> ids = treasury.assess(List.of(first, second));
            List<AccertamentoId> again = treasury.assess(List.of(second, first, second));

            assertThat(again).containsExactly(ids.get(1), ids.get(0), ids.get(1));
            assertThat(treasury.of(body)).hasSize(2);
            assertThat(treasury.bySource(key + "/2")).map(Accertamento::amount).contains(Euro.of("20.00"));
            assertThat(treasury.bySources(List.of(key + "/1", key + "/2", "unknown")))
                    .hasSize(2);
        });
    }

    @Test
    void aNumberIsOfOneAccertamentoInItsYear() {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            AccertamentoId first = scene.assessed(scene.comune("Numerato"), "1.00");
            AccertamentoId second = scene.assessed(scene.comune("Da Numerare"), "1.00");
            String taken = String.valueOf(treasury.get(first).number());

            treasury.number(first, 2015, "000" + taken);
            assertThat(treasury.get(first).label()).isEqualTo(taken + "/2015");
            assertThatThrownBy(() -> treasury.number(second, 2015, taken))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(taken + "/2015 c'è già");
            assertThatThrownBy(() -> treasury.number(second, 2015, "n. 12"))
                    .hasMessageContaining("non è un numero di accertamento");
            treasury.number(second, 2016, taken);
        });
    }

    @Test
    void aReductionNeverTouchesWhatWasCollected() {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            AccertamentoId assessed = scene.assessed(scene.comune("Ridotto"), "100.00");
            ProvvisorioId received = scene.received("COMUNE", "60.00", "2018-03-01", "");
            treasury.allocate(received, assessed, Euro.of("60.00"));

            assertThatThrownBy(() -> treasury.reduce(assessed, Euro.of("40.01"), TreasuryScene.DETERMINA, "troppo"))
                    .hasMessageContaining("al massimo € 40,00")
                    .hasMessageContaining("€ 60,00 sono già stati riscossi");
            treasury.reduce(assessed, Euro.of("40.00"), TreasuryScene.DETERMINA, "insussistenza");

            assertThat(treasury.get(assessed).state()).isEqualTo(AccertamentoState.COLLECTED);
        });
    }

    @Test
    void whatIsTakenAwayWhollyIsCancelled() {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            AccertamentoId assessed = scene.assessed(scene.comune("Annullato"), "12.50");
            treasury.reduce(assessed, Euro.of("12.50"), TreasuryScene.DETERMINA, "insussistenza");
            assertThat(treasury.get(assessed).state()).isEqualTo(AccertamentoState.CANCELLED);
        });
    }

    /** Case 41 of the domain. */
    @ParameterizedTest(name = "{0} to an accertamento of {1} from a provvisorio of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            405.31 | 405.30 | 500.00 | restano da riscuotere € 405,30
            405.30 | 405.30 | 405.29 | restano € 405,29
            """)
    void moreThanIsLeftIsRefusedAndSaysHowMuchAndWhere(String amount, String assessed, String received, String said) {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            AccertamentoId accertamento = scene.assessed(scene.comune("Oltre"), assessed);
            ProvvisorioId provvisorio = scene.received("COMUNE", received, "2018-03-01", "");

            assertThatThrownBy(() -> treasury.allocate(provvisorio, accertamento, Euro.of(amount)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(said);
            assertThat(treasury.get(accertamento).collected()).isEqualTo(Euro.ZERO);
        });
    }

    @Test
    void anAllocationUndoneGivesBothSidesBackAndStaysInTheHistory() {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            AccertamentoId assessed = scene.assessed(scene.comune("Sbagliato"), "50.00");
            ProvvisorioId received = scene.received("COMUNE", "50.00", "2018-03-01", "");
            AllocationId made = treasury.allocate(received, assessed, Euro.of("50.00"));

            assertThatThrownBy(() -> treasury.undo(made, " ")).hasMessageContaining("Scrivi perché");
            treasury.undo(made, "era di un altro Comune");

            assertThat(treasury.get(assessed).residual()).isEqualTo(Euro.of("50.00"));
            assertThat(treasury.find(received).orElseThrow().residual()).isEqualTo(Euro.of("50.00"));
            assertThat(treasury.allocations(List.of(assessed))).singleElement().satisfies(allocation -> {
                assertThat(allocation.stands()).isFalse();
                assertThat(String.valueOf(allocation.undoing())).contains("era di un altro Comune", "anna");
            });
            assertThatThrownBy(() -> treasury.undo(made, "ancora")).hasMessageContaining("già stato annullato");
        });
    }

    @Test
    void whatAnOrderRegularisesIsNotUndone() {
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            AccertamentoId assessed = scene.assessed(scene.comune("Ordinato"), "50.00");
            ProvvisorioId received = scene.received("COMUNE", "50.00", "2018-03-01", "");
            AllocationId made = treasury.allocate(received, assessed, Euro.of("50.00"));
            Act order = new Act("Ordinanza di riscossione", "" + TreasuryScene.next(), LocalDate.of(2018, 4, 1));
            treasury.collect(new NewRiscossione(order, 2018, "77", LocalDate.of(2018, 4, 2)), List.of(made));

            assertThatThrownBy(() -> treasury.undo(made, "ripensamento")).hasMessageContaining("ha già il suo ordine");
            assertThatThrownBy(() -> treasury.collect(new NewRiscossione(order, 2018, null, null), List.of(made)))
                    .hasMessageContaining("c'è già");
        });
    }

    /** Two people allocate the last euro at once: one does, the other is told. */
    @Test
    void theLastEuroIsAllocatedOnce() throws InterruptedException, ExecutionException {
        List<ProvvisorioId> received = new ArrayList<>();
        AccertamentoId assessed = at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            received.add(scene.received("COMUNE", "1.00", "2018-03-01", ""));
            received.add(scene.received("COMUNE", "1.00", "2018-03-02", ""));
            return scene.assessed(scene.comune("Ultimo Euro"), "1.00");
        });
        CountDownLatch together = new CountDownLatch(2);
        List<Boolean> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> tries = received.stream()
                    .map(provvisorio -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        try {
                            at(() -> treasury.allocate(provvisorio, assessed, Euro.of("1.00")));
                            return true;
                        } catch (Refusal refused) {
                            assertThat(refused.inItalian()).contains("restano da riscuotere € 0,00");
                            return false;
                        }
                    }))
                    .toList();
            for (Future<Boolean> one : tries) {
                done.add(one.get());
            }
        }
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(at(() -> treasury.get(assessed)).collected()).isEqualTo(Euro.of("1.00"));
    }

    /** Whatever the program does, the counted columns are the database's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update treasury.accertamento set collected = 0",
                "update treasury.accertamento set amount = 1",
                "update treasury.provvisorio set allocated = 0",
                "update treasury.allocation set amount = 1",
                "delete from treasury.allocation",
                "delete from treasury.reduction"
            })
    void theServingRoleMayNotWriteWhatTheDatabaseCounts(String statement) {
        assertThatThrownBy(() -> cast.at(CENTRE, () -> jdbc.sql(statement).update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void theDatabaseItselfRefusesMoreThanIsLeft() {
        assertThatThrownBy(() -> cast.at(CENTRE, () -> {
                    var scene = new TreasuryScene(organizations, treasury);
                    AccertamentoId assessed = scene.assessed(scene.comune("Vincolo"), "10.00");
                    ProvvisorioId received = scene.received("COMUNE", "100.00", "2018-03-01", "");
                    jdbc.sql("""
                                    insert into treasury.allocation (provvisorio_id, accertamento_id, amount, collected_on, recorded_at)
                                    values (:p, :a, 10.01, date '2018-03-01', now())""")
                            .param("p", received.value())
                            .param("a", assessed.value())
                            .update();
                }))
                .hasStackTraceContaining("accertamento_residual");
    }

    /** Allocations, undoings and reductions in any order: the sums hold after each. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSumsHoldWhateverIsDone(long seed) {
        var random = new Random(seed);
        at(() -> {
            var scene = new TreasuryScene(organizations, treasury);
            OrganizationId body = scene.comune("Casuale " + seed);
            List<AccertamentoId> assessed = new ArrayList<>();
            List<ProvvisorioId> received = new ArrayList<>();
            List<AllocationId> made = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                assessed.add(scene.assessed(body, new Euro(1 + random.nextInt(20_000)).toString()));
                received.add(scene.received("X", new Euro(1 + random.nextInt(20_000)).toString(), "2018-05-05", ""));
            }
            for (int step = 0; step < 25; step++) {
                try {
                    switch (random.nextInt(4)) {
                        case 0 -> {
                            if (!made.isEmpty()) {
                                treasury.undo(made.get(random.nextInt(made.size())), "prova");
                            }
                        }
                        case 1 ->
                            treasury.reduce(
                                    assessed.get(random.nextInt(3)),
                                    new Euro(1 + random.nextInt(3_000)),
                                    TreasuryScene.DETERMINA,
                                    "prova");
                        default ->
                            made.add(treasury.allocate(
                                    received.get(random.nextInt(3)),
                                    assessed.get(random.nextInt(3)),
                                    new Euro(1 + random.nextInt(9_000))));
                    }
                } catch (Refusal allowed) {
                    assertThat(allowed.inItalian()).isNotBlank();
                }
                holds(assessed, received);
            }
        });
    }

    /** Each act in a transaction of its own: a refusal takes back its own act only. */
    private void at(Runnable work) {
        Acting.as(cast.centre(CENTRE).id(), "anna", work);
    }

    private <T> T at(Supplier<T> work) {
        return Acting.as(cast.centre(CENTRE).id(), "anna", work);
    }

    private void holds(List<AccertamentoId> assessed, List<ProvvisorioId> received) {
        List<Allocation> standing = treasury.allocations(assessed).stream()
                .filter(Allocation::stands)
                .toList();
        for (Accertamento a : treasury.find(assessed)) {
            Euro allocated = Euro.sum(standing.stream()
                    .filter(one -> one.accertamento().equals(a.id()))
                    .map(Allocation::amount)
                    .toList());
            assertThat(a.collected()).isEqualTo(allocated);
            assertThat(a.residual()).isEqualTo(a.amount().minus(a.reduced()).minus(allocated));
            assertThat(a.residual().isNegative()).isFalse();
        }
        for (Provvisorio p : treasury.provvisori(received)) {
            Euro allocated = Euro.sum(standing.stream()
                    .filter(one -> one.provvisorio().equals(p.id()))
                    .map(Allocation::amount)
                    .toList());
            assertThat(p.allocated()).isEqualTo(allocated);
            assertThat(p.residual().isNegative()).isFalse();
        }
    }

    private static NewAccertamento withSource(NewAccertamento a, String source) {
        return new NewAccertamento(
                null,
                a.year(),
                a.fiscalYear(),
                a.act(),
                a.beneficiary(),
                a.beneficiaryName(),
                a.payer(),
                a.payerName(),
                a.object(),
                a.chapter(),
                a.amount(),
                a.due(),
                source);
    }
}
