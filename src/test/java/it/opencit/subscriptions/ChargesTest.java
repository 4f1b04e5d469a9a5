// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.agreements.PayerShare;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.ChargeKind;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Percentage;
import it.opencit.shared.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpenCitTest
class ChargesTest {

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    it.opencit.organizations.Organizations organizations;

    @Autowired
    it.opencit.agreements.Agreements agreements;

    @Autowired
    it.opencit.catalogue.Catalogue catalogue;

    @Autowired
    Cast cast;

    private Stage stage() {
        return new Stage(organizations, agreements, catalogue);
    }

    @Test
    void anActivationIsOwedOnceAndTheFeeInEachYearThatHasATerm() {
        OrganizationId body = cast.at(Stage.CENTRE, () -> {
            OrganizationId roccaverde = stage().member("Roccaverde");
            subscriptions.addCompleted(Stage.completed(
                    stage().payments(),
                    roccaverde,
                    "Partner tecnologico",
                    "2017-01-01",
                    FeeTerm.ofYear(ChargeKind.ACTIVATION, 2017),
                    FeeTerm.ofYear(ChargeKind.YEARLY, 2018),
                    FeeTerm.ofYear(ChargeKind.YEARLY, 2019)));
            return roccaverde;
        });

        assertThat(of(body, 2017)).singleElement().satisfies(charge -> {
            assertThat(charge.kind()).isEqualTo(ChargeKind.ACTIVATION);
            assertThat(charge.tariffCode()).isEqualTo("brescia-2015-2020/pagopa-attivazione-partner");
            assertThat(charge.term()).isEqualTo(Period.ofYear(2017));
            assertThat(charge.quantities())
                    .containsEntry("yearOfUse", BigDecimal.ONE)
                    .containsEntry("monthsOfUse", BigDecimal.valueOf(12))
                    .containsEntry("monthsBefore", BigDecimal.valueOf(0));
        });
        assertThat(of(body, 2019)).singleElement().satisfies(charge -> {
            assertThat(charge.tariffCode()).isEqualTo("brescia-2015-2020/pagopa-assistenza");
            assertThat(charge.quantities())
                    .containsEntry("yearOfUse", BigDecimal.valueOf(3))
                    .containsEntry("monthsBefore", BigDecimal.valueOf(24));
        });
        assertThat(of(body, 2020)).as("to be confirmed, and nobody did").isEmpty();
    }

    @Test
    void whatGoesOnByItselfIsOwedUntilItEndsAndAMailboxForItsYear() {
        OrganizationId body = cast.at(Stage.CENTRE, () -> {
            OrganizationId roccaverde = stage().member("Roccaverde");
            CompletedSubscription completed = Stage.completed(
                    stage().mailboxes(),
                    roccaverde,
                    "",
                    "2017-03-10",
                    FeeTerm.from(ChargeKind.YEARLY, LocalDate.parse("2017-03-10")));
            subscriptions.addCompleted(new CompletedSubscription(
                    completed.request(),
                    completed.from(),
                    completed.terms(),
                    List.of(
                            Stage.quantity("mailboxes", "2017-03-10", "2018-06-30", 3),
                            Stage.quantity("mailboxes", "2018-07-01", "", 5)),
                    List.of(),
                    new Termination(
                            LocalDate.parse("2019-05-02"), null, LocalDate.parse("2019-06-30"), "Non serve più")));
            return roccaverde;
        });

        assertThat(of(body, 2017)).singleElement().satisfies(charge -> {
            assertThat(charge.quantities())
                    .containsEntry("mailboxes", BigDecimal.valueOf(3))
                    .containsEntry("monthsOfUse", BigDecimal.valueOf(10));
        });
        assertThat(of(body, 2018))
                .singleElement()
                .satisfies(charge -> assertThat(charge.quantities()).containsEntry("mailboxes", BigDecimal.valueOf(5)));
        assertThat(of(body, 2019)).singleElement().satisfies(charge -> {
            assertThat(charge.term().to()).isEqualTo("2019-06-30");
            assertThat(charge.quantities()).containsEntry("monthsBefore", BigDecimal.valueOf(22));
        });
        assertThat(of(body, 2020)).isEmpty();
    }

    @Test
    void whatIsConsumedIsSummedOverTheYearAndPaidByWhomeverPays() {
        OrganizationId body = cast.at(Stage.CENTRE, () -> {
            OrganizationId roccaverde = stage().member("Roccaverde");
            OrganizationId unione = stage().member("Unione dei Colli");
            CompletedSubscription completed = Stage.completed(stage().lookups(), roccaverde, "", "2017-01-01");
            SubscriptionId id = subscriptions.addCompleted(new CompletedSubscription(
                    completed.request(),
                    completed.from(),
                    List.of(),
                    List.of(),
                    List.of(new PayerShare(unione, Percentage.of("40"))),
                    null));
            subscriptions.recordConsumption(consumed(id, "2017-01-01", "2017-06-30", "30"));
            subscriptions.recordConsumption(consumed(id, "2017-07-01", "2017-12-31", "45"));
            subscriptions.recordConsumption(consumed(id, "2017-07-01", "2017-12-31", "50"));
            return roccaverde;
        });

        assertThat(of(body, 2017)).singleElement().satisfies(charge -> {
            assertThat(charge.kind()).isEqualTo(ChargeKind.CONSUMPTION);
            assertThat(charge.quantities()).containsEntry("lookups", BigDecimal.valueOf(80));
            assertThat(charge.payers())
                    .singleElement()
                    .satisfies(payer -> assertThat(payer.share()).isEqualTo(Percentage.of("40")));
        });
        assertThat(of(body, 2018)).isEmpty();
    }

    @Test
    void whatAnUnioneAndItsMembersHaveTogetherIsChargedOnceToTheUnione() {
        record Pair(OrganizationId unione, OrganizationId member) {}
        Pair pair = cast.at(Stage.CENTRE, () -> {
            var offering = stage().mailboxes(AllowanceSharing.POOLED);
            OrganizationId unione = stage().body(OrganizationKind.UNIONE, "Unione dei Colli");
            OrganizationId member = stage().member("Roccaverde");
            organizations.join(unione, member, new Period(LocalDate.parse("2015-01-01"), null));
            for (OrganizationId body : List.of(unione, member)) {
                CompletedSubscription completed =
                        Stage.completed(offering, body, "", "2018-01-01", FeeTerm.ofYear(ChargeKind.YEARLY, 2018));
                subscriptions.addCompleted(new CompletedSubscription(
                        completed.request(),
                        completed.from(),
                        completed.terms(),
                        List.of(Stage.quantity("mailboxes", "2018-01-01", "", body.equals(unione) ? 1 : 3)),
                        List.of(),
                        null));
            }
            return new Pair(unione, member);
        });

        assertThat(of(pair.member, 2018)).isEmpty();
        assertThat(of(pair.unione, 2018))
                .singleElement()
                .satisfies(charge -> assertThat(charge.quantities()).containsEntry("mailboxes", BigDecimal.valueOf(4)));
    }

    private static Consumed consumed(SubscriptionId id, String from, String to, String value) {
        return new Consumed(
                id, "lookups", new Period(LocalDate.parse(from), LocalDate.parse(to)), new BigDecimal(value), "");
    }

    private List<Charge> of(OrganizationId body, int year) {
        return cast.at(Stage.CENTRE, () -> subscriptions.chargesOf(year)).stream()
                .filter(charge -> charge.beneficiary().equals(body))
                .toList();
    }
}
