// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import it.opencit.subscriptions.SubscriptionId;
import it.opencit.subscriptions.SubscriptionStage;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.subscriptions.Termination;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenCitTest
class ClosingTest {

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Closing closing;

    @Autowired
    Decisions decisions;

    @Autowired
    CampaignStore campaigns;

    @Autowired
    CampaignSheetStore sheets;

    @Autowired
    LineStore lines;

    @Autowired
    JdbcClient jdbc;

    private final Stage stage = new Stage();
    private final String centre = Stage.newCentre();

    private OrganizationId roccaverde = new OrganizationId(0);
    private OrganizationId silente = new OrganizationId(0);
    private OfferingId mailboxes = new OfferingId(0);
    private OfferingId payments = new OfferingId(0);
    private OfferingId portal = new OfferingId(0);
    private SubscriptionId mailboxesOfRoccaverde = new SubscriptionId(0);
    private SubscriptionId paymentsOfRoccaverde = new SubscriptionId(0);
    private SubscriptionId mailboxesOfSilente = new SubscriptionId(0);
    private SubscriptionId paymentsOfSilente = new SubscriptionId(0);
    private CampaignId campaign = new CampaignId(0);

    @BeforeEach
    void oneBodyAnswersAndOneDoesNot() {
        beans.autowireBean(stage);
        clock.moveTo(Stage.TODAY);
        cast.at(centre, () -> {
            mailboxes = stage.mailboxes();
            payments = stage.payments();
            portal = stage.plain("Portale");
            roccaverde = stage.member("Roccaverde", "referente@roccaverde.example");
            silente = stage.member("Silente");
            mailboxesOfRoccaverde = stage.uses(roccaverde, mailboxes, "", Map.of("mailboxes", 3));
            paymentsOfRoccaverde = stage.uses(roccaverde, payments, "Regione Lombardia", Map.of());
            mailboxesOfSilente = stage.uses(silente, mailboxes, "", Map.of("mailboxes", 2));
            paymentsOfSilente = stage.uses(silente, payments, "Regione Lombardia", Map.of());
            campaign = stage.open();
            long contact =
                    stage.organizations.persons(List.of(roccaverde)).getFirst().id();
            stage.campaigns.answer(
                    campaign,
                    roccaverde,
                    new SheetAnswers(
                            List.of(
                                    new LineReply(
                                            mailboxes,
                                            LineAnswer.MORE,
                                            Map.of("mailboxes", BigDecimal.valueOf(5)),
                                            "",
                                            "Nuovo ufficio"),
                                    LineReply.of(payments, LineAnswer.GIVE_UP),
                                    LineReply.of(portal, LineAnswer.INTERESTED)),
                            Map.of(FigureKind.WORKSTATIONS, BigDecimal.valueOf(14)),
                            List.of(
                                    new ContactReply(
                                            contact,
                                            PersonRole.CONTACT,
                                            "Bruno Bianchi",
                                            "bianchi@roccaverde.example",
                                            "030 1",
                                            false),
                                    new ContactReply(
                                            null, PersonRole.RTD, "Ada Abete", "ada@roccaverde.example", "", false)),
                            ""),
                    "Elena Riva");
            stage.campaigns.begin(
                    campaign,
                    silente,
                    Stage.answers(LineReply.of(payments, LineAnswer.RENEW)), // saved and never sent: no answer
                    "Dino Carpino");
        });
        clock.moveTo(Stage.DEADLINE.plusDays(1));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void answersBecomeRenewalsTerminationsAndRequests() {
        close();

        assertThat(outcomes(roccaverde))
                .containsEntry(mailboxes, LineOutcome.MORE_ASKED)
                .containsEntry(payments, LineOutcome.TERMINATED)
                .containsEntry(portal, LineOutcome.REQUESTED);
        assertThat(outcomes(silente))
                .containsEntry(mailboxes, LineOutcome.WENT_ON)
                .containsEntry(payments, LineOutcome.TO_DECIDE);
        assertThat(service(mailboxesOfRoccaverde).lastYear()).isEqualTo(2027);
        assertThat(service(mailboxesOfSilente).lastYear()).isEqualTo(2027);
        SubscriptionSummary givenUp = service(paymentsOfRoccaverde);
        assertThat(givenUp.stage()).isEqualTo(SubscriptionStage.IN_TERMINATION);
        assertThat(givenUp.to()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(givenUp.lastYear()).isEqualTo(2026);
        assertThat(service(paymentsOfSilente).lastYear()).isEqualTo(2026);
        assertThat(services(roccaverde)).anySatisfy(service -> {
            assertThat(service.offering()).isEqualTo(portal);
            assertThat(service.stage()).isEqualTo(SubscriptionStage.REQUESTED);
            assertThat(service.requestedOn()).isEqualTo(Stage.TODAY);
        });
        assertThat(campaignNow().stage()).isEqualTo(CampaignStage.CLOSED);
        assertThat(count("select count(*) from subscriptions.attachment")).isEqualTo(3);
        assertThat(count("select count(*) from subscriptions.request where kind = 'MORE' and state = 'OPEN'"
                        + " and quantities ->> 'mailboxes' = '5' and from_day = date '2027-01-01'"))
                .isEqualTo(1);
    }

    @Test
    void whatTheSheetSaysOfTheBodyBecomesAFigureAndPeople() {
        close();

        cast.at(centre, () -> {
            var workstations = stage.organizations
                    .figures(List.of(roccaverde))
                    .latest(roccaverde, FigureKind.WORKSTATIONS, LocalDate.of(2027, 1, 1))
                    .orElseThrow();
            assertThat(workstations.value()).isEqualByComparingTo("14");
            assertThat(workstations.date()).isEqualTo(Stage.TODAY);
            assertThat(workstations.source()).isEqualTo("Scheda della campagna «Conferma dei servizi 2027»");
            assertThat(stage.organizations.persons(List.of(roccaverde)))
                    .map(KnownPerson::person)
                    .anySatisfy(person -> {
                        assertThat(person.name()).isEqualTo("Bruno Bianchi");
                        assertThat(person.email()).isEqualTo("bianchi@roccaverde.example");
                    })
                    .anySatisfy(person -> {
                        assertThat(person.role()).isEqualTo(PersonRole.RTD);
                        assertThat(person.term().from()).isEqualTo(Stage.TODAY);
                    })
                    .hasSize(2);
            assertThat(stage.organizations
                            .figures(List.of(silente))
                            .latest(silente, FigureKind.WORKSTATIONS, LocalDate.of(2027, 1, 1))
                            .orElseThrow()
                            .value())
                    .isEqualByComparingTo("10"); // its sheet was never sent
        });
    }

    @Test
    void closedAgainNothingHappensTwice() {
        close();
        String before = everything();

        assertThatThrownBy(this::close).isInstanceOf(Refusal.class).hasMessageContaining("chiusa");
        inCentre(() -> closing.goOn(campaign));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aClosingInterruptedHalfwayGoesOnWhereItStopped() {
        interruptAfterTheFirstSheet();
        assertThat(campaignNow().stage()).isEqualTo(CampaignStage.CLOSING);
        assertThat(outcomes(roccaverde)).containsEntry(payments, LineOutcome.TERMINATED);
        assertThat(count("select count(*) from campaigns.line where outcome is null"))
                .isPositive();

        inCentre(() -> closing.goOn(campaign));

        assertThat(campaignNow().stage()).isEqualTo(CampaignStage.CLOSED);
        assertThat(count("select count(*) from campaigns.line where outcome is null"))
                .isZero();
        assertThat(count("select count(*) from subscriptions.request where kind = 'TERMINATION'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from subscriptions.request where kind = 'MORE'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from subscriptions.term where year = 2027"))
                .isEqualTo(2);
        assertThat(count("select count(*) from organizations.person")).isEqualTo(2);
    }

    @Test
    void anAnswerThatComesAfterThePreviewAsksForAnotherLook() {
        String digest = inCentre(() -> closing.plan(campaign)).digest();
        clock.moveTo(Stage.DEADLINE);
        cast.at(
                centre,
                () -> stage.campaigns.answer(
                        campaign, silente, Stage.answers(LineReply.of(payments, LineAnswer.RENEW)), "Dino Carpino"));

        assertThatThrownBy(() -> inCentre(() -> closing.close(campaign, digest, "anna")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("altre risposte");
        assertThat(campaignNow().stage()).isEqualTo(CampaignStage.OPEN);
        close();
        assertThat(outcomes(silente)).containsEntry(payments, LineOutcome.RENEWED);
    }

    @Test
    void aServiceThatBeganAfterTheOpeningIsNotForgotten() {
        SubscriptionId late = cast.at(centre, () -> stage.uses(silente, portal));

        close();

        assertThat(outcomes(silente)).containsEntry(portal, LineOutcome.TO_DECIDE);
        assertThat(service(late).lastYear()).isEqualTo(2026);
    }

    @Test
    void whatTheRuleCannotSettleWaitsForSomebodyWithoutStoppingTheRest() {
        cast.at(centre, () -> {
            // The body asked for more by another way: a second request of the kind is refused.
            stage.subscriptions.requestMore(
                    mailboxesOfRoccaverde,
                    Stage.TODAY,
                    Map.of("mailboxes", BigDecimal.valueOf(4)),
                    LocalDate.of(2027, 1, 1),
                    "Per telefono");
        });

        close();

        assertThat(outcomes(roccaverde))
                .containsEntry(mailboxes, LineOutcome.TO_DECIDE)
                .containsEntry(payments, LineOutcome.TERMINATED)
                .containsEntry(portal, LineOutcome.REQUESTED);
        assertThat(campaignNow().stage()).isEqualTo(CampaignStage.CLOSED);
    }

    @Test
    void theCentreDecidesOneByOneOrTogetherAndOnce() {
        close();
        long line = toDecide(silente);

        assertThatThrownBy(() -> inCentre(() -> decisions.decide(campaign, List.of(line), Decision.RENEW, "")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("motivo");
        var made = inCentre(() -> decisions.decide(campaign, List.of(line), Decision.RENEW, "Sentito il segretario"));
        var again = inCentre(() -> decisions.decide(campaign, List.of(line), Decision.TERMINATE, "Sentito il sindaco"));

        assertThat(made.done()).isEqualTo(1);
        assertThat(again.done()).isZero();
        assertThat(service(paymentsOfSilente).lastYear()).isEqualTo(2027);
        assertThat(service(paymentsOfSilente).stage()).isEqualTo(SubscriptionStage.ACTIVE);
        assertThat(outcomes(silente)).containsEntry(payments, LineOutcome.RENEWED);
    }

    @Test
    void aDecisionThatTheServiceDoesNotAllowLeavesTheLineWaiting() {
        close();
        long line = toDecide(silente);
        cast.at(
                centre,
                () -> stage.subscriptions.requestTermination(
                        paymentsOfSilente,
                        new Termination(Stage.TODAY, null, LocalDate.of(2026, 12, 31), "Lettera del sindaco")));

        var made = inCentre(() -> decisions.decide(campaign, List.of(line), Decision.RENEW, "Sentito il segretario"));

        assertThat(made.done()).isZero();
        assertThat(made.refused()).hasSize(1);
        assertThat(outcomes(silente)).containsEntry(payments, LineOutcome.TO_DECIDE);
    }

    /** As a program killed after its first transactions would leave it. */
    private void interruptAfterTheFirstSheet() {
        cast.at(centre, () -> {
            Campaign open = campaigns.find(campaign).orElseThrow();
            campaigns.save(new Campaign(
                    campaign, open.details(), CampaignStage.CLOSING, clock.instant(), "anna", open.version()));
        });
        inCentre(() -> {
            Sheet first =
                    cast.at(centre, () -> sheets.find(campaign, roccaverde)).orElseThrow();
            Map<SubscriptionId, SubscriptionStage> stages =
                    cast.at(centre, () -> stage.subscriptions.running()).stream()
                            .collect(Collectors.toMap(SubscriptionSummary::id, SubscriptionSummary::stage));
            Map<OfferingId, Offering> offerings = cast.at(centre, () -> stage.catalogue.offerings()).stream()
                    .collect(Collectors.toMap(Offering::id, Function.identity()));
            closing.settle(campaignNow(), first.id(), stages, offerings);
        });
    }

    private void close() {
        String digest = inCentre(() -> closing.plan(campaign)).digest();
        inCentre(() -> closing.close(campaign, digest, "anna"));
    }

    private Map<OfferingId, LineOutcome> outcomes(OrganizationId body) {
        return cast
                .at(
                        centre,
                        () -> lines.of(sheets.find(campaign, body).orElseThrow().id()))
                .stream()
                .collect(Collectors.toMap(Line::offering, Line::outcome));
    }

    private long toDecide(OrganizationId body) {
        return cast
                .at(
                        centre,
                        () -> lines.of(sheets.find(campaign, body).orElseThrow().id()))
                .stream()
                .filter(line -> line.outcome() == LineOutcome.TO_DECIDE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private SubscriptionSummary service(SubscriptionId id) {
        return cast.at(centre, () -> stage.subscriptions.get(id));
    }

    private List<SubscriptionSummary> services(OrganizationId body) {
        return cast.at(centre, () -> stage.subscriptions.of(body));
    }

    private Campaign campaignNow() {
        return cast.at(centre, () -> stage.campaigns.get(campaign));
    }

    private String everything() {
        return cast.at(
                centre,
                () -> String.join(
                        " ",
                        List.of(
                                        "subscriptions.request",
                                        "subscriptions.term",
                                        "subscriptions.transition",
                                        "subscriptions.attachment",
                                        "subscriptions.subscription",
                                        "organizations.person",
                                        "organizations.figure",
                                        "campaigns.line")
                                .stream()
                                .map(table -> jdbc.sql("select '" + table
                                                + "' || count(*) || coalesce(max(id), 0) from " + table)
                                        .query(String.class)
                                        .single())
                                .toList()));
    }

    private long count(String sql) {
        return cast.at(centre, () -> jdbc.sql(sql).query(Long.class).single());
    }

    private <T> T inCentre(Supplier<T> work) {
        return Acting.as(cast.centre(centre).id(), "anna", work);
    }

    private void inCentre(Runnable work) {
        Acting.as(cast.centre(centre).id(), "anna", work);
    }
}
