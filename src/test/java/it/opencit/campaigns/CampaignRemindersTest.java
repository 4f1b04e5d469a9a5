// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.cast.Cast;
import it.opencit.cast.MailServer;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.database.Acting;
import jakarta.mail.Message;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenCitTest
class CampaignRemindersTest {

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ApplicationContext context;

    @Autowired
    CampaignJobs jobs;

    @Autowired
    CampaignReminders reminders;

    @Autowired
    JdbcClient jdbc;

    private final Stage stage = new Stage();
    private final String centre = Stage.newCentre();

    private OfferingId payments = new OfferingId(0);
    private OrganizationId diligente = new OrganizationId(0);
    private CampaignId campaign = new CampaignId(0);

    @BeforeEach
    void threeBodiesOfWhichOneAnswersAndOneHasNoAddress() {
        beans.autowireBean(stage);
        clock.moveTo(Stage.TODAY);
        cast.at(centre, () -> {
            payments = stage.payments();
            stage.member("Senza Posta");
            stage.uses(stage.member("Tardivo", "tardivo@" + centre + ".example"), payments);
            diligente = stage.member("Diligente", "diligente@" + centre + ".example");
            stage.uses(diligente, payments);
            campaign = stage.open(7, 1);
            stage.campaigns.answer(
                    campaign, diligente, Stage.answers(LineReply.of(payments, LineAnswer.RENEW)), "Elena Riva");
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void whoHasNotAnsweredIsRemindedOnceOnEachChosenDay() throws Exception {
        GreenMail server = MailServer.start();
        try {
            onDay(8);
            assertThat(to(server, "tardivo")).isEmpty();
            onDay(7);
            onDay(7);
            onDay(6);
            assertThat(to(server, "tardivo")).singleElement().satisfies(message -> {
                assertThat(message.getSubject())
                        .isEqualTo("Promemoria - Conferma dei servizi 2027: manca la scheda, scade il 20/12/2026");
                assertThat(message.getContent())
                        .asString()
                        .contains("Comune di Tardivo", "Confermate i servizi.", "fino al 20/12/2026");
            });
            onDay(1);
            assertThat(to(server, "tardivo")).hasSize(2);
            onDay(-1);
            assertThat(to(server, "tardivo")).hasSize(2);
            assertThat(to(server, "diligente")).isEmpty();
        } finally {
            server.stop();
        }
        cast.at(
                centre,
                () -> assertThat(jdbc.sql(
                                        "select without_address from campaigns.reminder where campaign_id = :id order by id")
                                .param("id", campaign.value())
                                .query(Integer.class)
                                .list())
                        .containsExactly(1, 1));
    }

    @Test
    void daysThatWentByWhileNothingRanMakeOneReminder() throws Exception {
        GreenMail server = MailServer.start();
        try {
            onDay(0); // both days have come
            assertThat(to(server, "tardivo")).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void byHandItGoesOnceADay() {
        var first = byHand();
        var again = byHand();
        clock.moveTo(Stage.TODAY.plusDays(1));
        var tomorrow = byHand();

        assertThat(first).hasValueSatisfying(sums -> {
            assertThat(sums.mails()).isEqualTo(1);
            assertThat(sums.withoutAddress()).isEqualTo(1);
        });
        assertThat(again).isEmpty();
        assertThat(tomorrow).isPresent();
    }

    @Test
    void aScheduledCampaignOpensByItselfOnItsDayAndTellsEverybody() throws Exception {
        CampaignId next = cast.at(centre, () -> {
            CampaignDetails now = Stage.details();
            CampaignId id = stage.campaigns.add(new CampaignDetails(
                    "Altra campagna",
                    now.kind(),
                    2027,
                    Stage.TODAY.plusDays(3),
                    Stage.DEADLINE,
                    "",
                    List.of(),
                    true,
                    false,
                    true,
                    now.kinds(),
                    List.of()));
            stage.campaigns.schedule(id, 0);
            return id;
        });
        assertThat(stageOf(next)).isEqualTo(CampaignStage.SCHEDULED);
        GreenMail server = MailServer.start();
        try {
            clock.moveTo(Stage.TODAY.plusDays(3));
            jobs.run();
            deliver();
            assertThat(stageOf(next)).isEqualTo(CampaignStage.OPEN);
            assertThat(to(server, "diligente"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.getSubject())
                            .isEqualTo("Altra campagna: la scheda si compila entro il 20/12/2026"));
        } finally {
            server.stop();
        }
    }

    private void onDay(int daysBefore) {
        clock.moveTo(Stage.DEADLINE.minusDays(daysBefore));
        jobs.run();
        deliver();
    }

    /** As the job of the notices does; its class is of that module alone. */
    private void deliver() {
        Object outbox = context.getBean("it.opencit.notices.Outbox");
        try {
            var deliver = outbox.getClass().getDeclaredMethod("deliver");
            deliver.setAccessible(true);
            deliver.invoke(outbox);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private java.util.Optional<ReminderRound.Sums> byHand() {
        return Acting.as(cast.centre(centre).id(), "anna", () -> reminders.byHand(stage.campaigns.get(campaign)));
    }

    private CampaignStage stageOf(CampaignId id) {
        return cast.at(centre, () -> stage.campaigns.get(id)).stage();
    }

    private List<? extends Message> to(GreenMail server, String name) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getHeader("To")[0].contains(name + "@" + centre + ".example");
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
