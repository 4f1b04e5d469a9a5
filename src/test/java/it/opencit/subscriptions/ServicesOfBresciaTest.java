// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.agreements.PayerShares;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rows that the sources print, to the cent. */
@OpenCitTest
class ServicesOfBresciaTest {

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ChargePricing pricing;

    @Autowired
    Organizations organizations;

    @Autowired
    Cast cast;

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      body              | code     | year | amount
      Toscolano-Maderno | pagopa   | 2019 | 1800.00
      Bagnolo Mella     | pagopa   | 2019 | 2500.00
      Soiano del Lago   | pagopa   | 2019 | 500.00
      Azzano Mella      | pagopa   | 2019 | 900.00
      Dello             | pagopa   | 2019 | 1800.00
      Ceto              | pagopa   | 2019 | 500.00
      Breno             | pagopa   | 2017 | 500.00
      Gardone Riviera   | telemaco | 2017 | 56.00
      """)
    void theAmountsAreThoseOfTheSources(String body, String code, int year, String amount) {
        List<PricedCharge> priced = cast.at(
                Cast.BRESCIA,
                () -> pricing.amounts(
                        year,
                        subscriptions.chargesOf(year).stream()
                                .filter(charge -> charge.code().equals(code)
                                        && charge.beneficiary()
                                                .equals(named(body).id()))
                                .toList()));

        assertThat(priced).singleElement().satisfies(one -> {
            assertThat(one.amount()).isEqualTo(Euro.of(amount));
            assertThat(SubscriptionFacts.vat(one.tariff())).isEqualTo("ESENTE");
        });
    }

    @Test
    void brenoIsPaidForByItsUnione() {
        PricedCharge breno = cast.at(
                Cast.BRESCIA,
                () -> pricing.amounts(
                                2017,
                                subscriptions.chargesOf(2017).stream()
                                        .filter(charge -> charge.beneficiary()
                                                .equals(named("Breno").id()))
                                        .toList())
                        .getFirst());
        Map<OrganizationId, Euro> payers = PayerShares.of(
                        Objects.requireNonNull(breno.amount()),
                        breno.charge().beneficiary(),
                        breno.charge().payers())
                .stream()
                .collect(Collectors.toMap(payer -> payer.payer(), payer -> payer.amount()));

        assertThat(payers)
                .containsExactly(Map.entry(
                        cast.at(
                                Cast.BRESCIA,
                                () -> named("Unione Antichi Borghi di Vallecamonica")
                                        .id()),
                        Euro.of("500.00")));
        assertThat(breno.residents()).isEqualByComparingTo("4915");
    }

    @Test
    void everyStageWaitsForSomebodyOnTheDayOfTheDemonstration() {
        List<SubscriptionStage> stages = cast.at(
                Cast.BRESCIA,
                () -> organizations.all().stream()
                        .flatMap(body -> subscriptions.of(body.id()).stream())
                        .map(SubscriptionSummary::stage)
                        .distinct()
                        .toList());

        assertThat(stages).containsExactlyInAnyOrder(SubscriptionStage.values());
    }

    private Organization named(String name) {
        return organizations.all().stream()
                .filter(body -> body.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
