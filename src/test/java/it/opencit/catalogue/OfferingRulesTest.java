// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Seat;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FieldType;
import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormFields;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferingRulesTest {

    private static final List<PriceRule> PAGOPA = List.of(
            rule(ChargeKind.ACTIVATION, "Regione Lombardia", "a/regione", "2015-01-01", "2025-12-31"),
            rule(ChargeKind.ACTIVATION, "Partner tecnologico", "a/partner", "2015-01-01", "2025-12-31"),
            rule(ChargeKind.ACTIVATION, "", "a/compreso", "2026-01-01", null),
            rule(ChargeKind.YEARLY, "", "a/canone", "2015-01-01", "2025-12-31"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                    | charge      | variant             | day        | tariff
      the variant has a price of its own      | ACTIVATION  | Regione Lombardia   | 2017-01-10 | a/regione
      the other variant                       | ACTIVATION  | Partner tecnologico | 2025-12-31 | a/partner
      no variant, no price for all            | ACTIVATION  | ''                  | 2017-01-10 |
      the price of all serves every variant   | ACTIVATION  | Regione Lombardia   | 2026-01-01 | a/compreso
      the yearly price has no variants        | YEARLY      | Partner tecnologico | 2019-06-30 | a/canone
      nothing is said of that day             | YEARLY      | ''                  | 2014-12-31 |
      nothing is said of that charge          | CONSUMPTION | ''                  | 2017-01-10 |
      """)
    void thePriceOfADay(String name, ChargeKind charge, String variant, LocalDate day, @Nullable String tariff) {
        Offering offering = new Offering(new OfferingId(1), Scene.service("pagopa", PAGOPA), 0);

        assertThat(offering.price(charge, variant, day).map(PriceRule::tariffCode))
                .isEqualTo(java.util.Optional.ofNullable(tariff));
    }

    @Test
    void theVariantsToChooseAmongAreThoseOfTheDay() {
        Offering offering = new Offering(new OfferingId(1), Scene.service("pagopa", PAGOPA), 0);

        assertThat(offering.variants(LocalDate.of(2017, 1, 10)))
                .containsExactly("Regione Lombardia", "Partner tecnologico");
        assertThat(offering.variants(LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                  | first                           | second                          | refused
      one after the other                   | YEARLY  2015-01-01 2020-12-31   | YEARLY  2021-01-01 -            | false
      one day in common                     | YEARLY  2015-01-01 2020-12-31   | YEARLY  2020-12-31 -            | true
      both without an end                   | YEARLY  2015-01-01 -            | YEARLY  2021-01-01 -            | true
      the same days for different things    | YEARLY  2015-01-01 -            | ACTIVATION  2015-01-01 -        | false
      the same days for different variants  | YEARLY A 2015-01-01 -           | YEARLY B 2015-01-01 -           | false
      the same variant                      | YEARLY A 2015-01-01 -           | YEARLY A 2016-01-01 2016-12-31  | true
      one of all beside one of a variant    | YEARLY A 2015-01-01 -           | YEARLY  2015-01-01 -            | false
      """)
    void noTwoPricesForTheSameThingOnTheSameDay(String name, String first, String second, boolean refused) {
        List<PriceRule> prices = List.of(rule(first, "a/uno"), rule(second, "a/due"));

        if (refused) {
            assertThatThrownBy(() -> Scene.service("x", prices)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.field()).isEqualTo("prices");
                assertThat(refusal.inItalian()).contains("a/uno", "a/due");
            });
        } else {
            assertThatCode(() -> Scene.service("x", prices)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                             | members | kinds          | most | body   | member | residents | refused
      a member, no limits              | true    | ''             |      | COMUNE | true   |           |
      not a member                     | true    | ''             |      | COMUNE | false  |      1000 | catalogue.eligibility.members-only
      anyone at list price             | false   | ''             |      | OTHER  | false  |           |
      a kind that may                  | true    | COMUNE UNIONE  |      | UNIONE | true   |           |
      a kind that may not              | true    | COMUNE UNIONE  |      | OTHER  | true   |           | catalogue.eligibility.kinds
      the last inhabitant              | true    | ''             | 5000 | COMUNE | true   |      5000 |
      one too many                     | true    | ''             | 5000 | COMUNE | true   |      5001 | catalogue.eligibility.residents
      how many is not known            | true    | ''             | 5000 | COMUNE | true   |           | catalogue.eligibility.residents-unknown
      """)
    void whoMayAsk(
            String name,
            boolean members,
            String kinds,
            @Nullable Integer most,
            OrganizationKind body,
            boolean member,
            @Nullable Long residents,
            @Nullable String refused) {
        Set<OrganizationKind> allowed = Arrays.stream(kinds.split(" "))
                .filter(kind -> !kind.isEmpty())
                .map(OrganizationKind::valueOf)
                .collect(java.util.stream.Collectors.toSet());

        var refusal = new Eligibility(members, allowed, most).refusal(body(body), member, residents);

        assertThat(refusal.map(Refusal::key)).isEqualTo(java.util.Optional.ofNullable(refused));
        refusal.ifPresent(sentence -> assertThat(sentence.inItalian()).doesNotContain("{"));
    }

    @Test
    void aServicePaidForOnceDoesNotContinue() {
        OfferingDetails yearly = Scene.service("x");

        assertThatThrownBy(() -> new OfferingDetails(
                        "x",
                        "X",
                        "",
                        yearly.offeringClass(),
                        yearly.level(),
                        yearly.area(),
                        FeeKind.ONE_OFF,
                        Continuation.TACIT,
                        List.of(),
                        yearly.eligibility(),
                        yearly.sharing(),
                        "",
                        null,
                        yearly.offered()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("continuation"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      type      | typed            | kept       | wrong
      TEXT      | ' due parole '   | due parole | false
      NUMBER    | 1.250,5          | 1250.5     | false
      NUMBER    | dieci            | dieci      | true
      DATE      | 31/12/2026       | 2026-12-31 | false
      DATE      | 31/02/2026       | 31/02/2026 | true
      CHOICE    | Rosso            | Rosso      | false
      CHOICE    | Nero             | Nero       | true
      YES_NO    | sì               | sì         | false
      YES_NO    | forse            | forse      | true
      EMAIL     | ced@comune.it    | ced@comune.it | false
      EMAIL     | ced.comune.it    | ced.comune.it | true
      TEXT      | ''               |            | true
      """)
    void answersAreReadByTheirType(FieldType type, String typed, @Nullable String kept, boolean wrong) {
        List<String> options = type == FieldType.CHOICE ? List.of("Rosso", "Verde") : List.of();
        FormField field = new FormField("colore", "Colore", type, true, options, "");
        FormInput form = FormInput.of(Map.of(field.inputName(), List.of(typed)));

        Map<String, String> answers = new RequestForm(1, List.of(field)).read(form);

        assertThat(answers.get("colore")).isEqualTo(kept);
        assertThat(form.isValid()).isEqualTo(!wrong);
    }

    @Test
    void aShortNameIsMadeOfTheLabel() {
        assertThat(FormFields.keyOf("Nome a dominio dell'ente, con l'estensione finale"))
                .isEqualTo("nome-a-dominio-dell-ente-con-l-estension");
        assertThat(FormFields.keyOf("Perché?")).isEqualTo("perche");
        assertThat(FormFields.keyOf("123")).isEqualTo("campo");
    }

    private static Organization body(OrganizationKind kind) {
        return new Organization(
                new OrganizationId(1),
                new OrganizationDetails(
                        kind, "Roccaverde", null, null, null, null, null, null, null, Seat.UNKNOWN, "", "", ""),
                0);
    }

    private static PriceRule rule(ChargeKind charge, String variant, String tariff, String from, @Nullable String to) {
        return new PriceRule(
                charge, variant, tariff, new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
    }

    /** {@code charge variant from to}; the variant may be empty, {@code -} is no end. */
    private static PriceRule rule(String text, String tariff) {
        String[] parts = text.split(" ");
        return rule(ChargeKind.valueOf(parts[0]), parts[1], tariff, parts[2], parts[3].equals("-") ? null : parts[3]);
    }
}
