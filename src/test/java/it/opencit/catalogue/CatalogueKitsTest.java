// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.catalogue.CatalogueKits.Shipped;
import it.opencit.catalogue.CatalogueKits.ShippedCatalogue;
import it.opencit.shared.forms.FormField;
import it.opencit.tariffs.Kits;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogues that are shipped are whole: every price names a tariff, every service can be kept. */
class CatalogueKitsTest {

    private static final Kits TARIFFS = Kits.read();
    private static final CatalogueKits KITS = new CatalogueKits(TARIFFS);

    @Test
    void fourKitsShipACatalogue() {
        assertThat(KITS.all())
                .extracting(ShippedCatalogue::code)
                .containsExactly("brescia", "pesaro-urbino", "macerata", "lecco");
        assertThat(KITS.of("genova")).isEmpty();
    }

    @Test
    void everyServiceIsGoodAndEveryPriceNamesATariff() {
        for (ShippedCatalogue kit : KITS.all()) {
            assertThat(kit.services()).extracting(Shipped::code).doesNotHaveDuplicates();
            for (Shipped service : kit.services()) {
                OfferingDetails details = service.details(null);
                assertThat(details.prices())
                        .as(service.code())
                        .allSatisfy(price ->
                                assertThat(TARIFFS.find(price.tariffCode())).isPresent());
                assertThat(service.sheet().of(new OfferingId(1)).subject()).isNotBlank();
                List<FormField> fields = service.form();
                assertThat(new RequestForm(1, fields == null ? List.of() : fields).version())
                        .isOne();
            }
        }
    }

    @Test
    void bresciaHasTheTwelveServicesOfTheQuotaAndAllThoseOnTopOfIt() {
        assertThat(KITS.of("brescia"))
                .filteredOn(service -> service.offeringClass() == OfferingClass.BASE)
                .extracting(Shipped::code)
                .containsExactly(
                        "gare",
                        "supporto-gare",
                        "conservazione",
                        "pec",
                        "firma-digitale",
                        "telemaco",
                        "wifi",
                        "formazione",
                        "guida-servizi",
                        "customer-satisfaction",
                        "pagamenti-online",
                        "assistenza");
        assertThat(KITS.of("brescia"))
                .filteredOn(service -> service.offeringClass() == OfferingClass.SURCHARGE)
                .extracting(Shipped::code)
                .containsExactly(
                        "posta",
                        "sms",
                        "piano-performance",
                        "pagopa",
                        "spid",
                        "telemaco-elenchi",
                        "portale",
                        "portale-enti",
                        "hosting-drupal",
                        "gestione-documentale",
                        "fatturazione",
                        "seclog",
                        "cedolini");
    }

    @Test
    void everyServiceTariffOfBresciaIsInItsCatalogue() {
        List<String> named = KITS.of("brescia").stream()
                .flatMap(service -> service.details(null).prices().stream())
                .map(PriceRule::tariffCode)
                .distinct()
                .toList();

        assertThat(TARIFFS.tariffsOf("brescia"))
                .filteredOn(tariff -> !tariff.code().endsWith("/quota"))
                .allSatisfy(tariff -> assertThat(named).contains(tariff.code()));
    }

    @ParameterizedTest(name = "{0}, {2}, {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      service        | charge      | variant             | day        | tariff
      pagopa         | ACTIVATION  | Regione Lombardia   | 2017-01-10 | brescia-2015-2020/pagopa-attivazione-regione
      pagopa         | ACTIVATION  | Partner tecnologico | 2017-01-10 | brescia-2015-2020/pagopa-attivazione-partner
      pagopa         | YEARLY      | Partner tecnologico | 2019-01-01 | brescia-2015-2020/pagopa-assistenza
      pagopa         | YEARLY      | Partner tecnologico | 2026-01-01 | brescia-2026-2036/servizi-a-catalogo
      pec            | YEARLY      | ''                  | 2020-12-31 | brescia-2015-2020/pec
      pec            | YEARLY      | ''                  | 2021-01-01 | brescia-2021-2025/pec
      pec            | YEARLY      | ''                  | 2026-11-21 | brescia-2026-2036/pec
      telemaco       | CONSUMPTION | ''                  | 2022-01-01 | brescia-2021-2025/telemaco-consultazioni
      firma-digitale | ACTIVATION  | Rilascio del kit    | 2018-05-02 | brescia-2015-2020/firma-kit
      """)
    void pricesFollowTheConventions(String service, ChargeKind charge, String variant, LocalDate day, String tariff) {
        Shipped shipped = KITS.of("brescia").stream()
                .filter(each -> each.code().equals(service))
                .findFirst()
                .orElseThrow();

        Offering offering = new Offering(new OfferingId(1), shipped.details(null), 0);

        assertThat(offering.price(charge, variant, day).map(PriceRule::tariffCode))
                .contains(tariff);
    }
}
