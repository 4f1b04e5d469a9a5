// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.agreements.Agreements;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.tariffs.Outcome;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What anybody may read of the cost of a service for a body. */
@OpenCitTest
class ServiceCostsTest {

    @Autowired
    Cast cast;

    @Autowired
    ServiceCosts costs;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Subscriptions subscriptions;

    @Test
    void theBandOfItsInhabitantsSaysWhatPagoPaCostsAMember() {
        cast.at(Stage.CENTRE, () -> {
            var stage = new Stage(organizations, agreements, catalogue);
            ServiceQuote quote = quote(stage.payments(), stage.member("Vallebuona"), Map.of());

            assertThat(quote.member()).isTrue();
            assertThat(quote.refusal()).isNull();
            ServiceCost yearly = of(quote, ChargeKind.YEARLY);
            assertThat(yearly.amount()).isEqualTo(Euro.of("900.00"));
            assertThat(yearly.asMember()).isNull();
            assertThat(((Outcome.Computed) yearly.outcome()).steps()).isNotEmpty();
            assertThat(((Outcome.Computed) yearly.outcome()).figures())
                    .anySatisfy(figure -> assertThat(figure.value()).isEqualByComparingTo("4915"));
        });
    }

    @Test
    void whoHasNotJoinedIsToldWhyAndWhatJoiningWouldMean() {
        cast.at(Stage.CENTRE, () -> {
            var stage = new Stage(organizations, agreements, catalogue);
            ServiceQuote quote = quote(stage.payments(), stage.comune("Fuorivia"), Map.of());

            assertThat(quote.member()).isFalse();
            assertThat(quote.refusal()).isNotNull();
            assertThat(of(quote, ChargeKind.YEARLY).asMember()).isEqualTo(Euro.of("900.00"));
        });
    }

    @Test
    void whatABodyHasIsNotToldAndAnyNumberMayBeStated() {
        cast.at(Stage.CENTRE, () -> {
            var stage = new Stage(organizations, agreements, catalogue);
            OrganizationId body = stage.member("Riservata");
            OfferingId mailboxes = stage.mailboxes();
            subscriptions.addCompleted(new CompletedSubscription(
                    Stage.completed(mailboxes, body, "", "2020-01-01").request(),
                    java.time.LocalDate.of(2020, 1, 1),
                    java.util.List.of(),
                    java.util.List.of(Stage.quantity("mailboxes", "2020-01-01", "", 7)),
                    java.util.List.of(),
                    null));

            ServiceQuote bare = quote(mailboxes, body, Map.of());
            assertThat(bare.refusal()).isNull();
            assertThat(bare.inputs()).singleElement().satisfies(input -> {
                assertThat(input.key()).isEqualTo("mailboxes");
                assertThat(input.value()).isEqualByComparingTo("1");
            });
            assertThat(of(bare, ChargeKind.YEARLY).amount()).isEqualTo(Euro.of("0.00"));

            ServiceQuote four = quote(mailboxes, body, Map.of("mailboxes", BigDecimal.valueOf(4)));
            assertThat(of(four, ChargeKind.YEARLY).amount()).isEqualTo(Euro.of("108.00"));
        });
    }

    @Test
    void eachPriceOfTodayHasItsTariff() {
        cast.at(Stage.CENTRE, () -> {
            var stage = new Stage(organizations, agreements, catalogue);
            assertThat(costs.prices(catalogue.get(stage.payments())))
                    .extracting(ServicePrice::variant)
                    .containsExactly("Regione Lombardia", "Partner tecnologico", "");
            assertThat(costs.prices(catalogue.get(stage.payments())))
                    .allSatisfy(price -> assertThat(price.tariff()).isNotNull());
        });
    }

    private ServiceQuote quote(OfferingId offering, OrganizationId body, Map<String, BigDecimal> stated) {
        return costs.of(catalogue.get(offering), body, stated);
    }

    private static ServiceCost of(ServiceQuote quote, ChargeKind kind) {
        return quote.costs().stream()
                .filter(cost -> cost.price().kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
