// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kits as shipped. */
class KitsTest {

    private static final Kits KITS = Kits.read();

    static Stream<Tariff> tariffs() {
        return KITS.tariffs().stream();
    }

    static Stream<Kit> kits() {
        return KITS.all().stream();
    }

    @Test
    void everyCentreOfTheDemonstrationIsThere() {
        assertThat(KITS.all())
                .extracting(Kit::code)
                .containsExactly(
                        "brescia", "pesaro-urbino", "macerata", "lecco", "lecce", "avellino", "potenza", "genova");
    }

    @Test
    void theCodesThatOthersRelyOnAreThere() {
        List<String> brescia = Stream.of(
                        "quota",
                        "pagopa-attivazione-partner",
                        "pagopa-attivazione-regione",
                        "pagopa-assistenza",
                        "portale",
                        "telemaco-elenchi",
                        "piano-performance",
                        "fatturazione-manutenzione",
                        "fatturazione-assistenza",
                        "firma-kit",
                        "pec",
                        "telemaco-consultazioni",
                        "wifi-access-point",
                        "conservazione-gb",
                        "posta",
                        "sms")
                .map(code -> "brescia-2015-2020/" + code)
                .toList();
        assertThat(KITS.tariffs())
                .extracting(Tariff::code)
                .doesNotHaveDuplicates()
                .containsAll(brescia)
                .contains(
                        "brescia-2021-2025/quota",
                        "brescia-2026-2036/quota",
                        "pesaro-urbino-2021-2025/quota",
                        "macerata-2021-2023/quota",
                        "lecco-2018-2022/connettivita",
                        "lecco-2018-2022/posta",
                        "lecco-2018-2022/applicativi",
                        "avellino/quota");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tariffs")
    void everyTariffIsRight(Tariff tariff) {
        assertThat(TariffCheck.of(tariff, KITS, FigureKinds.USUAL).problems()).isEmpty();
        assertThat(KITS.tariffsOf(tariff.centre())).contains(tariff);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tariffs")
    void everyTariffComesBackFromItsJson(Tariff tariff) {
        assertThat(TariffJson.read(TariffJson.write(tariff))).isEqualTo(tariff);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kits")
    void everyKitIsWholeAndItsQuotaExists(Kit kit) {
        assertThat(kit).hasNoNullFieldsOrProperties();
        assertThat(kit.contacts()).hasNoNullFieldsOrProperties();
        assertThat(kit.contacts().email()).endsWith("@example.org");
        assertThat(kit.contacts().note()).contains("dimostrativi");
        assertThat(kit.facts()).isNotEmpty();
        assertThat(kit.schemes())
                .allSatisfy(scheme ->
                        assertThat(scheme).hasNoNullFieldsOrPropertiesExcept("validTo", "years", "dueTerm", "tariff"))
                .filteredOn(scheme -> scheme.tariff() != null)
                .allSatisfy(scheme ->
                        assertThat(KITS.find(String.valueOf(scheme.tariff()))).isPresent());
    }

    @Test
    void whatNoSourceStatesIsMarkedWithItsPlace() {
        Tariff quota = KITS.find("brescia-2015-2020/quota").orElseThrow();
        assertThat(TariffCheck.of(quota, KITS, FigureKinds.USUAL).toConfirm())
                .extracting(Verdict.Problem::path)
                .containsExactly("quota › Comuni › abitanti › fascia 3", "quota › Comuni › abitanti › fascia 4");
    }
}
