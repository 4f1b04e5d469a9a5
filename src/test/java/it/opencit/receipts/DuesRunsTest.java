// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import it.opencit.agreements.Agreements;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.tariffs.Tariffs;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.NewProvvisorio;
import it.opencit.treasury.Treasury;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dues of a year from draft to adjustments, on a small centre. Amounts: 0.15 per resident and 1.00 per business. */
@OpenCitTest
class DuesRunsTest {

    private static int centres;

    @Autowired
    Cast cast;

    @Autowired
    DuesRuns runs;

    @Autowired
    Treasury treasury;

    @Autowired
    PaymentRequests requests;

    @Autowired
    Statements statements;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Tariffs tariffs;

    @Autowired
    JdbcClient jdbc;

    private String centre = "";
    private Scene scene;

    @BeforeEach
    void inACentreOfItsOwn() {
        centre = "dovuto-" + ++centres;
        scene = new Scene(organizations, agreements, tariffs);
    }

    @Test
    void computingTwiceChangesNothing() {
        at(() -> scene.member("Alfa", 3000, 200));
        DuesRun first = at(() -> runs.compute(2016));
        List<Long> lines = ids(first);
        DuesRun second = at(() -> runs.compute(2016));
        assertThat(second).isEqualTo(first);
        assertThat(ids(second)).isEqualTo(lines);
        assertThat(first.amount()).isEqualTo(Euro.of("650.00"));
        assertThat(first.number()).isEqualTo(1);
        assertThat(at(() -> runs.changes(first.id()))).isEmpty();
    }

    @Test
    void aDraftTellsWhatChangedAndWhyAndKeepsTheRest() {
        OrganizationId alfa = at(() -> scene.member("Alfa", 3000, 200));
        at(() -> scene.member("Beta", 1000, 100));
        OrganizationId colli = at(() -> scene.unione("Unione dei Colli"));
        DuesRun before = at(() -> runs.compute(2016));
        long untouched = line(before, "Beta").id();

        at(() -> scene.figure(alfa, FigureKind.RESIDENTS, 3100));
        DuesRun after = at(() -> runs.compute(2016));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(after.computations()).isEqualTo(2);
        assertThat(line(after, "Beta").id()).isEqualTo(untouched);
        assertThat(at(() -> runs.changes(after.id()))).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(Euro.of("650.00"));
            assertThat(change.after()).isEqualTo(Euro.of("665.00"));
            assertThat(change.because()).isEqualTo("abitanti da 3.000 a 3.100");
        });

        at(() -> scene.letPay(colli, alfa, "100"));
        DuesRun paid = at(() -> runs.compute(2016));
        assertThat(at(() -> runs.changes(paid.id())))
                .extracting(DuesChange::because)
                .containsOnly("il pagante cambia da Comune di Alfa a Unione dei Colli");
        assertThat(paid.amount()).isEqualTo(after.amount());
    }

    @Test
    void theSharesOfThePayersAddUpToTheAmount() {
        OrganizationId alfa = at(() -> scene.member("Alfa", 2001, 100));
        OrganizationId colli = at(() -> scene.unione("Unione dei Colli"));
        at(() -> scene.letPay(colli, alfa, "33.33"));
        DuesRun run = at(() -> runs.compute(2016));
        List<DueLine> lines = at(() -> runs.lines(run.id()));
        assertThat(lines).hasSize(2);
        assertThat(Euro.sum(lines.stream().map(DueLine::amount).toList())).isEqualTo(Euro.of("400.15"));
        assertThat(run.amount()).isEqualTo(Euro.of("400.15"));
    }

    @Test
    void whatCannotBeComputedIsLeftOutOnlyByWhoSaysSo() {
        at(() -> scene.member("Alfa", 3000, 200));
        OrganizationId beta = at(() -> scene.member("Beta", null, 100));
        DuesRun draft = at(() -> runs.compute(2016));
        assertThat(draft.gaps()).isEqualTo(1);
        assertThat(at(() -> runs.gaps(draft.id())).getFirst().reason()).contains("abitanti");
        assertThatThrownBy(() -> at(() -> runs.approve(2016, draft.digest(), determina(false))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 voc");
        at(() -> runs.approve(2016, draft.digest(), determina(true)));
        at(() -> scene.figure(beta, FigureKind.RESIDENTS, 1000));
        DuesRun next = at(() -> runs.compute(2016));
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.amount()).isEqualTo(Euro.of("250.00"));
    }

    @Test
    void anApprovalAssessesTheIncomeAndPreparesTheRequests() {
        OrganizationId alfa = at(() -> scene.member("Alfa", 3000, 200));
        OrganizationId beta = at(() -> scene.member("Beta", 1000, 100));
        OrganizationId colli = at(() -> scene.unione("Unione dei Colli"));
        at(() -> scene.letPay(colli, alfa, "40"));
        at(() -> scene.letPay(colli, beta, "100"));
        DuesRun approved = approve(2016);
        assertThat(approved.isDraft()).isFalse();
        List<Accertamento> assessed = at(() -> treasury.ofFiscalYear(2016));
        assertThat(assessed)
                .extracting(
                        Accertamento::label,
                        Accertamento::beneficiaryName,
                        Accertamento::payerName,
                        Accertamento::amount)
                .containsExactly(
                        tuple("1003/2016", "Comune di Alfa", "Comune di Alfa", Euro.of("390.00")),
                        tuple("1004/2016", "Comune di Alfa", "Unione dei Colli", Euro.of("260.00")),
                        tuple("1005/2016", "Comune di Beta", "Unione dei Colli", Euro.of("250.00")));
        assertThat(at(() -> requests.of(approved.id())))
                .extracting(PaymentRequest::payer, PaymentRequest::amount, PaymentRequest::channel)
                .containsExactly(
                        tuple(alfa, Euro.of("390.00"), Channel.GIROFONDI),
                        tuple(colli, Euro.of("510.00"), Channel.GIROFONDI));
        assertThat(at(() -> runs.compute(2016))).isEqualTo(approved);
    }

    @Test
    void approvedLinesAndRunsAreFixedByTheDatabase() {
        at(() -> scene.member("Alfa", 3000, 200));
        DuesRun run = approve(2016);
        for (String statement : List.of(
                "update receipts.due_line set title = 'altro' where run_id = :run",
                "delete from receipts.due_line where run_id = :run",
                "update receipts.dues_run set chapter = 'altro' where id = :run",
                "delete from receipts.dues_run where id = :run",
                "insert into receipts.due_line (run_id, key, beneficiary_id, beneficiary, payer_id, payer, kind, title, term_from, term_to, tariff_code,"
                        + " owed, before, net, vat, amount, vat_reference, warnings, print, why) select run_id, 'altra',"
                        + " beneficiary_id, beneficiary, payer_id, payer, kind, title, term_from, term_to, tariff_code, owed, before, net, vat, amount,"
                        + " vat_reference, warnings, print, why from receipts.due_line where run_id = :run")) {
            assertThatThrownBy(() -> at(() ->
                            jdbc.sql(statement).param("run", run.id().value()).update()))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("fixed");
        }
    }

    @Test
    void whatIsApprovedAlwaysAddsUpToWhatIsOwed() {
        OrganizationId alfa = at(() -> scene.member("Alfa", 3000, 200));
        OrganizationId beta = at(() -> scene.member("Beta", 1000, 100));
        OrganizationId colli = at(() -> scene.unione("Unione dei Colli"));
        approve(2016);
        at(() -> scene.figure(alfa, FigureKind.RESIDENTS, 3100));
        at(() -> scene.letPay(colli, beta, "40"));
        DuesRun second = approve(2016);
        assertThat(second.amount()).isEqualTo(Euro.of("15.00"));
        assertThat(at(() -> runs.lines(second.id())))
                .extracting(DueLine::payer, DueLine::amount, DueLine::because)
                .containsExactlyInAnyOrder(
                        tuple(alfa, Euro.of("15.00"), "abitanti da 3.000 a 3.100"),
                        tuple(beta, Euro.of("-100.00"), "parte a carico dal 100 % al 60 %"),
                        tuple(colli, Euro.of("100.00"), "voce nuova"));
        at(() -> scene.figure(alfa, FigureKind.RESIDENTS, 2900));
        DuesRun third = approve(2016);
        assertThat(third.amount()).isEqualTo(Euro.of("-30.00"));
        Euro approved =
                Euro.sum(at(() -> runs.of(2016)).stream().map(DuesRun::amount).toList());
        assertThat(approved).isEqualTo(Euro.of("885.00"));
        assertThat(at(() -> runs.compute(2016))).isEqualTo(third);
        Euro owed = Euro.sum(at(() -> treasury.ofFiscalYear(2016)).stream()
                .map(Accertamento::owed)
                .toList());
        assertThat(owed).isEqualTo(approved);
    }

    @Test
    void whatWasCollectedAndIsNoLongerOwedStaysACredit() {
        OrganizationId alfa = at(() -> scene.member("Alfa", 3000, 200));
        approve(2016);
        at(() -> {
            Accertamento assessed = treasury.ofFiscalYear(2016).getFirst();
            var provvisorio = treasury.receive(new NewProvvisorio(
                    2016, 7, LocalDate.of(2016, 9, 1), "Comune di Alfa", "", alfa, "Quota", Euro.of("650.00"), "", ""));
            return treasury.allocate(provvisorio, assessed.id(), Euro.of("640.00"));
        });
        at(() -> scene.figure(alfa, FigureKind.RESIDENTS, 2900));
        approve(2016);
        Statement statement = at(() -> statements.of(alfa, null));
        assertThat(statement.due()).isEqualTo(Euro.of("635.00"));
        assertThat(statement.assessed()).isEqualTo(Euro.of("640.00"));
        assertThat(statement.collected()).isEqualTo(Euro.of("640.00"));
        assertThat(statement.residual()).isEqualTo(Euro.ZERO);
        assertThat(statement.credit()).isEqualTo(Euro.of("5.00"));
    }

    @Test
    void ofTwoWhoApproveAtOnceExactlyOneWins() throws Exception {
        at(() -> scene.member("Alfa", 3000, 200));
        DuesRun draft = at(() -> runs.compute(2016));
        Callable<Boolean> attempt = () -> {
            try {
                at(() -> runs.approve(2016, draft.digest(), determina(false)));
                return true;
            } catch (StaleDraft late) {
                return false;
            }
        };
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Boolean> won = both.invokeAll(List.of(attempt, attempt)).stream()
                    .map(DuesRunsTest::result)
                    .toList();
            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
        assertThat(at(() -> treasury.ofFiscalYear(2016))).hasSize(1);
    }

    @Test
    void aDraftWhoseInputsChangedIsNotApproved() {
        OrganizationId alfa = at(() -> scene.member("Alfa", 3000, 200));
        DuesRun draft = at(() -> runs.compute(2016));
        at(() -> scene.figure(alfa, FigureKind.RESIDENTS, 3100));
        assertThatThrownBy(() -> at(() -> runs.approve(2016, draft.digest(), determina(false))))
                .isInstanceOf(StaleDraft.class);
        assertThat(at(() -> runs.draft(2016))).contains(draft);
    }

    @Test
    void aDraftOfWhichNothingIsLeftGoesAway() {
        OrganizationId alfa = at(() -> scene.member("Alfa", 3000, 200));
        DuesRun approved = approve(2016);
        at(() -> scene.figure(alfa, FigureKind.RESIDENTS, 3100));
        assertThat(at(() -> runs.compute(2016)).isDraft()).isTrue();
        at(() -> scene.figure(alfa, FigureKind.RESIDENTS, 3000));
        assertThat(at(() -> runs.compute(2016))).isEqualTo(approved);
        assertThat(at(() -> runs.draft(2016))).isEmpty();
    }

    @Test
    void aYearWithNothingToAskForIsRefused() {
        assertThatThrownBy(() -> at(() -> runs.compute(2016)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("registra le adesioni");
    }

    private DuesRun approve(int year) {
        DuesRun draft = at(() -> runs.compute(year));
        Approval first = determina(false);
        Approval later = new Approval(
                first.actKind(), "900", first.actDate(), first.chapter(), first.fiscalYear(), null, first.leaveOut());
        return at(() -> runs.approve(year, draft.digest(), draft.isAdjustment() ? later : first));
    }

    static Approval determina(boolean leaveOut) {
        return new Approval(
                "Determina dirigenziale", "857", LocalDate.of(2016, 8, 5), "3100936 - SERVIZI", 2016, 1003L, leaveOut);
    }

    private List<Long> ids(DuesRun run) {
        return at(() -> runs.lines(run.id())).stream().map(DueLine::id).toList();
    }

    private DueLine line(DuesRun run, String name) {
        return at(() -> runs.lines(run.id()).stream()
                .filter(line -> organizations.get(line.beneficiary()).name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private <T extends @Nullable Object> T at(Supplier<T> work) {
        return cast.at(centre, work);
    }

    private void at(Runnable work) {
        cast.at(centre, work);
    }

    private static boolean result(Future<Boolean> attempt) {
        try {
            return attempt.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
