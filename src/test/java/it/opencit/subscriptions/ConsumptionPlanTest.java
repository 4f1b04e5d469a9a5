// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Seat;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.CodiceIpa;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.subscriptions.ConsumptionPlan.Outcome;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumptionPlanTest {

    private static final Organization GARDONE = body(1, "Gardone Riviera", "00303720171", "c_d917");
    private static final Organization SALO = body(2, "Salò", null, null);
    private static final Subscription USING = using(11, GARDONE, "2015-03-02");
    private static final Subscription USING_TOO = using(12, SALO, "2016-01-01");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "UTF-8 with a mark", "windows-1252"})
    void accentsAreReadInTheEncodingsThatOfficesUse(String encoding) {
        String text = "Ente;Periodo;Quantità;Nota\nSalò;2017;12,5;già verificato\n";
        byte[] bytes =
                switch (encoding) {
                    case "windows-1252" -> text.getBytes(Charset.forName("windows-1252"));
                    case "UTF-8" -> text.getBytes(StandardCharsets.UTF_8);
                    default -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                };

        assertThat(plan(bytes).rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.NEW);
            assertThat(row.consumed())
                    .isEqualTo(new Consumed(
                            USING_TOO.id(), "lookups", Period.ofYear(2017), new BigDecimal("12.5"), "già verificato"));
        });
    }

    @Test
    void commasPartColumnsTooAndTheNoteMayLack() {
        assertThat(plan("ente,periodo,quantita\nc_d917,03/2017,\"1.250,5\"\n").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.consumed())
                        .isEqualTo(new Consumed(
                                USING.id(),
                                "lookups",
                                new Period(LocalDate.parse("2017-03-01"), LocalDate.parse("2017-03-31")),
                                new BigDecimal("1250.5"),
                                "")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                       | row                                  | says
      a tax code with a slip     | 00303720175;2017;80                  | errore di copiatura
      a body that is not there   | Roccaverde;2017;80                   | non è un ente del centro
      no body                    | ;2017;80                             | Manca l'ente
      no period                  | Gardone Riviera;;80                  | non è un periodo
      a day that does not exist  | Gardone Riviera;31/02/2017;80        | non è un periodo
      two years                  | Gardone Riviera;01/12/2017-31/01/2018;80 | non è un periodo
      a word for a number        | Gardone Riviera;2017;ottanta         | non è una quantità
      a negative number          | Gardone Riviera;2017;-3              | negativo
      before the first use       | Gardone Riviera;2014;80              | lo usa dal 02/03/2015
      days counted already       | Gardone Riviera;06/2016;80           | già contati
      """)
    void aWrongRowIsRefusedAndSaysWhy(String slip, String row, String says) {
        ConsumptionPlan plan = plan("ente;periodo;quantità\n" + row + "\nSalò;2017;1\n");

        assertThat(plan.rows().getFirst().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(plan.rows().getFirst().note()).contains(says);
        assertThat(plan.rows().get(1).outcome()).as("the others stand").isEqualTo(Outcome.NEW);
    }

    @Test
    void whatIsThereAlreadyChangesNothingAndAnotherNumberChangesIt() {
        ConsumptionPlan plan = plan("ente;periodo;quantità\nGardone Riviera;2016;80\nSalò;2017;1\nSalò;2017;2\n");

        assertThat(plan.rows())
                .extracting(ConsumptionPlan.Row::outcome)
                .containsExactly(Outcome.SAME, Outcome.NEW, Outcome.REFUSED);
        assertThat(plan("ente;periodo;quantità\nGardone Riviera;2016;81\n").rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.outcome()).isEqualTo(Outcome.CHANGED);
                    assertThat(row.note()).isEqualTo("Prima era 80");
                });
    }

    @Test
    void aFileWithOtherColumnsIsRefusedAsAWhole() {
        assertThatThrownBy(() -> plan("comune;anno\nSalò;2017\n")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> plan("ente;periodo;numero\nSalò;2017;3\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("quantità");
        assertThatThrownBy(() -> plan("ente;periodo;quantità\n")).isInstanceOf(Refusal.class);
    }

    private static ConsumptionPlan plan(String text) {
        return plan(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumptionPlan plan(byte[] bytes) {
        return ConsumptionPlan.of(
                ConsumptionPlan.table(bytes),
                "lookups",
                new BodyFinder(List.of(GARDONE, SALO)),
                List.of(USING, USING_TOO),
                List.of(new Consumed(USING.id(), "lookups", Period.ofYear(2016), new BigDecimal("80"), "")));
    }

    private static Subscription using(long id, Organization body, String from) {
        LocalDate first = LocalDate.parse(from);
        return new Subscription(
                new SubscriptionId(id),
                new OfferingId(1),
                body.id(),
                "",
                new SubscriptionState.Active(null, first),
                first,
                null,
                Contact.NONE,
                "",
                0);
    }

    private static Organization body(long id, String name, @Nullable String taxCode, @Nullable String ipa) {
        return new Organization(
                new OrganizationId(id),
                new OrganizationDetails(
                        OrganizationKind.COMUNE,
                        name,
                        null,
                        null,
                        ipa == null ? null : CodiceIpa.of(ipa),
                        taxCode == null ? null : CodiceFiscale.of(taxCode),
                        null,
                        null,
                        null,
                        Seat.UNKNOWN,
                        "",
                        "",
                        ""),
                0);
    }
}
