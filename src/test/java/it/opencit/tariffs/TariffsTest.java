// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import it.opencit.tariffs.TariffVersion.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions at the centre of the Colli, each test with a code of its own. */
@OpenCitTest
class TariffsTest {

    private static final Act DELIBERA = new Act("Delibera", "Assemblea", "7", LocalDate.of(2025, 11, 20), null);

    @Autowired
    Tariffs tariffs;

    @Autowired
    Kits kits;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private final String code = "colli-" + UUID.randomUUID() + "/quota";

    @Test
    void aDraftIsKeptAsWrittenAndIsNotInForce() {
        at(() -> {
            Tariff written = tariff("100", 2026);
            long id = tariffs.draft(written, "brescia-2015-2020/quota");
            TariffVersion kept = tariffs.version(id);
            assertThat(kept.tariff()).isEqualTo(written);
            assertThat(kept.derivedFrom()).isEqualTo("brescia-2015-2020/quota");
            assertThat(kept.createdBy()).isEqualTo("anna");
            assertThat(tariffs.find(code)).isEmpty();
        });
    }

    @Test
    void theNextVersionEndsThePreviousOneTheDayBefore() {
        at(() -> {
            putInForce("100", 2026);
            putInForce("120", 2028);
            assertThat(tariffs.history(code))
                    .extracting(version -> version.tariff().validFrom() + " "
                            + version.tariff().validTo())
                    .containsExactly("2028-01-01 null", "2026-01-01 2027-12-31");
            assertThat(tariffs.inForce(code, 2025)).isEmpty();
            assertThat(amount(2027)).isEqualTo("100.00");
            assertThat(amount(2028)).isEqualTo("120.00");
        });
    }

    @Test
    void aLaterVersionInForceRefusesOneThatWouldCoverIt() {
        at(() -> {
            putInForce("100", 2028);
            long id = tariffs.draft(tariff("90", 2026), null);
            assertThatThrownBy(() -> tariffs.putInForce(id, DELIBERA, LocalDate.of(2026, 1, 1), null, 0))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("01/01/2028");
            tariffs.putInForce(id, DELIBERA, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31), 0);
            assertThat(amount(2026)).isEqualTo("90.00");
        });
    }

    @Test
    void aVersionInForceIsNotEditedNorDiscardedNorPutInForceTwice() {
        at(() -> {
            long id = putInForce("100", 2026);
            for (Runnable act : List.<Runnable>of(
                    () -> tariffs.change(id, tariff("1", 2026), 1),
                    () -> tariffs.discard(id, 1),
                    () -> tariffs.putInForce(id, DELIBERA, LocalDate.of(2026, 1, 1), null, 1))) {
                assertThatThrownBy(act::run).isInstanceOf(Refusal.class).hasMessageContaining("in vigore");
            }
        });
    }

    @Test
    void theDatabaseItselfKeepsWhatIsInForce() {
        long id = cast.at(Cast.COLLI, () -> putInForce("100", 2026));
        for (String statement : List.of(
                "update tariffs.tariff_version set title = 'Altro' where id = ?",
                "update tariffs.tariff_version set state = 'DRAFT' where id = ?",
                "delete from tariffs.tariff_version where id = ?")) {
            assertThatThrownBy(() -> cast.at(
                            Cast.COLLI, () -> jdbc.sql(statement).param(id).update()))
                    .hasStackTraceContaining("it can only be followed by another");
        }
    }

    @Test
    void theDatabaseItselfRefusesTwoVersionsInForceAtOnce() {
        assertThatThrownBy(() -> cast.at(Cast.COLLI, () -> {
                    for (int i = 0; i < 2; i++) {
                        jdbc.sql("""
                                insert into tariffs.tariff_version (code, title, valid_from, state, act_kind, act_body, body)
                                values (?, 'Quota', '2026-01-01', 'IN_FORCE', 'Delibera', 'Assemblea', '{}')""").param(code).update();
                    }
                }))
                .hasStackTraceContaining("one_in_force_at_a_time");
    }

    @Test
    void aTariffWithAHoleIsKeptAsADraftButDoesNotComeInForce() {
        at(() -> {
            Component holed = new Component.BandAmount(
                    Measure.figure(FigureKinds.RESIDENTS),
                    List.of(new Band(null, 10L, Parameter.of("1")), new Band(12L, null, Parameter.of("2"))));
            long id = tariffs.draft(tariff("1", 2026).withTree(holed), null);
            assertThatThrownBy(() -> tariffs.putInForce(id, DELIBERA, LocalDate.of(2026, 1, 1), null, 0))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("fra 10 e 12");
            assertThat(tariffs.version(id).state()).isEqualTo(State.DRAFT);
        });
    }

    @Test
    void whoSavesSecondIsStopped() {
        at(() -> {
            long id = tariffs.draft(tariff("100", 2026), null);
            tariffs.change(id, tariff("110", 2026), 0);
            assertThatThrownBy(() -> tariffs.change(id, tariff("120", 2026), 0))
                    .isInstanceOf(OptimisticLockingFailureException.class);
        });
    }

    @Test
    void aKitIsAdoptedOnceWithItsActs() {
        cast.at("adozioni", () -> {
            int all = kits.tariffsOf("lecco").size();
            assertThat(tariffs.adopt("lecco")).isEqualTo(all);
            assertThat(tariffs.adopt("lecco")).isZero();
            TariffVersion posta = tariffs.history("lecco-2018-2022/posta").getFirst();
            assertThat(posta.state()).isEqualTo(State.IN_FORCE);
            assertThat(posta.tariff())
                    .isEqualTo(kits.find("lecco-2018-2022/posta").orElseThrow());
            assertThat(tariffs.all()).extracting(Tariff::code).doesNotHaveDuplicates();
        });
    }

    @Test
    void theVersionsOfOneCentreAreNotSeenByAnother() {
        cast.at(Cast.COLLI, () -> {
            putInForce("100", 2026);
        });
        cast.at("altrove", () -> assertThat(tariffs.find(code)).isEmpty());
    }

    private void at(Runnable work) {
        Acting.as(cast.centre(Cast.COLLI).id(), "anna", work);
    }

    private long putInForce(String amount, int year) {
        long id = tariffs.draft(tariff(amount, year), null);
        tariffs.putInForce(id, DELIBERA, LocalDate.of(year, 1, 1), null, 0);
        return id;
    }

    private String amount(int year) {
        Tariff tariff = tariffs.inForce(code, year).orElseThrow();
        Subject body = Subject.of("ente", OrganizationKind.OTHER);
        return tariffs.calculator(year)
                .amount(tariff, year, Case.of(body))
                .amount()
                .toString();
    }

    private Tariff tariff(String amount, int year) {
        return new Tariff(
                code,
                "Quota dei Colli",
                "colli",
                LocalDate.of(year, 1, 1),
                null,
                null,
                Map.of(FigureKinds.RESIDENTS, ReferenceDate.Moving.PREVIOUS_YEAR_END),
                List.of(),
                new Component.Fixed(Parameter.of(amount)),
                null,
                List.of("Nota"));
    }
}
