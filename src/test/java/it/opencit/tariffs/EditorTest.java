// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.shared.forms.FormInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the editor: what goes in comes out, and each button does one thing. */
class EditorTest {

    private static final Kits KITS = Kits.read();

    static List<Tariff> everyShippedTariff() {
        return KITS.tariffs();
    }

    @ParameterizedTest
    @MethodSource("everyShippedTariff")
    void aTariffPassesThroughTheFormUnchanged(Tariff tariff) {
        FormInput form = TariffForm.of(tariff);
        Tariff read = TariffForm.read(form, tariff.centre());
        assertThat(form.errors()).isEmpty();
        assertThat(TariffJson.toJson(Objects.requireNonNull(read))).isEqualTo(TariffJson.toJson(withoutAct(tariff)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      act                | tree
      nothing            | sum(fixed,perUnit)
      up n-1             | sum(perUnit,fixed)
      up n-0             | sum(fixed,perUnit)
      down n-0           | sum(perUnit,fixed)
      down n-1           | sum(fixed,perUnit)
      remove n-0         | sum(perUnit)
      remove n-7         | sum(fixed,perUnit)
      remove n           | sum(fixed,perUnit)
      add n              | sum(fixed,perUnit,limits(fixed))
      add n-0            | sum(fixed,perUnit)
      wrap n-1           | sum(fixed,discount(perUnit))
      wrap n             | discount(sum(fixed,perUnit))
      change n-0         | sum(overage(allowanceFlat),perUnit)
      unwrap n           | fixed
      unwrap n-0         | sum(fixed,perUnit)
      addBand n-0        | sum(fixed,perUnit)
      up                 | sum(fixed,perUnit)
      add n-0-0-0-0      | sum(fixed,perUnit)
      """)
    void eachButtonChangesTheTreeInOneWay(String act, String tree) {
        EditorNode sum = new EditorNode(
                NodeType.SUM,
                Map.of(),
                List.of(),
                List.of(EditorNode.empty(NodeType.FIXED), EditorNode.empty(NodeType.PER_UNIT)));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        EditorFields.write(sum, EditorFields.ROOT, fields);
        for (String name : List.of("n", "n-0", "n-1")) {
            fields.put(name + ".add", List.of("limits"));
            fields.put(name + ".wrap", List.of("discount"));
            fields.put(name + ".change", List.of("overage"));
        }
        FormInput after = EditorAct.apply(act, FormInput.of(fields));
        assertThat(shape(EditorFields.read(after, EditorFields.ROOT))).isEqualTo(tree);
    }

    @Test
    void whatWasTypedMovesWithItsComponent() {
        FormInput form = TariffForm.of(KITS.find("brescia-2015-2020/posta").orElseThrow())
                .with("n-0.amount", "duecento");
        FormInput after = EditorAct.apply("down n-0", form);
        assertThat(after.typed("n-1.amount")).isEqualTo("duecento");
        assertThat(after.typed("n-1.label")).isEqualTo("servizio con 30 GB");
        assertThat(after.typed("title")).isEqualTo("Posta elettronica");
    }

    @Test
    void aBandIsAddedBeforeTheOpenOneAndRemoved() {
        FormInput form = TariffForm.of(KITS.find("macerata-2021-2023/quota").orElseThrow());
        FormInput more = EditorAct.apply("addBand n", form);
        assertThat(more.typed("n.band.10.value")).isEmpty();
        assertThat(more.typed("n.band.11.value")).isEqualTo("10500");
        FormInput fewer = EditorAct.apply("removeBand n 10", more);
        assertThat(TariffForm.read(fewer, "macerata"))
                .isEqualTo(TariffForm.read(
                        TariffForm.of(KITS.find("macerata-2021-2023/quota").orElseThrow()), "macerata"));
    }

    @Test
    void aRowOfQuantitiesIsAddedAndRemoved() {
        FormInput form = TariffForm.of(KITS.find("brescia-2015-2020/posta").orElseThrow());
        assertThat(TariffForm.quantities(EditorAct.apply("addQuantity", form))).isEqualTo(3);
        FormInput fewer = EditorAct.apply("removeQuantity q 0", form);
        assertThat(TariffForm.quantities(fewer)).isEqualTo(1);
        assertThat(fewer.typed("q.0.key")).isEqualTo("yearOfUse");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      field        | typed         | sentence
      n-0.amount   | duecento      | non è un numero
      n-0.amount   | ''            | Scrivi il numero
      n-0.amount   | 0,1234567891  | non è un numero
      code         | Quota         | non va bene
      validTo      | 2001-01-01    | prima di cominciare
      q.0.key      | due parole    | non va bene
      vatReference | ''            | Indica la norma
      """)
    void whatIsWrongIsSaidInItsField(String field, String typed, String sentence) {
        FormInput form = TariffForm.of(KITS.find("brescia-2015-2020/posta").orElseThrow())
                .with(field, typed);
        assertThat(TariffForm.read(form, "brescia")).isNull();
        assertThat(form.error(field)).contains(sentence);
    }

    private static String shape(EditorNode node) {
        return node.children().isEmpty()
                ? node.type().id
                : node.type().id + "("
                        + String.join(
                                ",",
                                node.children().stream().map(EditorTest::shape).toList())
                        + ")";
    }

    private static Tariff withoutAct(Tariff tariff) {
        return new Tariff(
                tariff.code(),
                tariff.title(),
                tariff.centre(),
                tariff.validFrom(),
                tariff.validTo(),
                null,
                tariff.figureDates(),
                tariff.quantities(),
                tariff.tree(),
                tariff.vat(),
                tariff.notes());
    }
}
