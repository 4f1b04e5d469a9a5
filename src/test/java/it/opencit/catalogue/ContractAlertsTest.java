// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The board of contracts: each alert counts what its list shows. */
@OpenCitTest
class ContractAlertsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 15);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Suppliers suppliers;

    @Autowired
    ContractStore contracts;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                       | end        | notice | alerts
      ended yesterday                            | 2026-05-14 |      0 | scaduti-30
      ended thirty days ago                      | 2026-04-15 |      0 | scaduti-30
      ended earlier                              | 2026-04-14 |      0 | ''
      ends today                                 | 2026-05-15 |      0 | scadenza-7 scadenza-30
      ends in seven days                         | 2026-05-22 |      0 | scadenza-7 scadenza-30
      ends in eight days                         | 2026-05-23 |      0 | scadenza-30
      ends in thirty days                        | 2026-06-14 |      0 | scadenza-30
      ends later                                 | 2026-06-15 |      0 | ''
      notice by today                            | 2026-08-13 |     90 | preavviso-7 preavviso-30
      notice within seven days                   | 2026-08-20 |     90 | preavviso-7 preavviso-30
      notice within thirty days                  | 2026-09-12 |     90 | preavviso-30
      the day of notice has passed               | 2026-08-12 |     90 | ''
      notice and end at once                     | 2026-05-20 |      2 | scadenza-7 scadenza-30 preavviso-7 preavviso-30
      """)
    void whatTheBoardTellsOfAContract(String name, LocalDate end, int notice, String alerts) {
        String centre = "contratti-" + end.toEpochDay() + "-" + notice;
        cast.at(centre, () -> suppliers.addContract(contract(end, notice)));

        Set<String> told = cast.at(
                centre,
                () -> Arrays.stream(ContractAlert.values())
                        .filter(alert -> contracts.count(TODAY).getOrDefault(alert, 0L) == 1)
                        .map(ContractAlert::key)
                        .collect(Collectors.toSet()));

        assertThat(told)
                .isEqualTo(Arrays.stream(alerts.split(" "))
                        .filter(key -> !key.isEmpty())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aContractThatIsRenewedOrClosedSaysNothingMore() {
        String centre = "contratti-finiti";
        cast.at(centre, () -> {
            ContractDetails details = contract(TODAY.plusDays(3), 0);
            ContractId old = suppliers.addContract(details);
            suppliers.addContract(Scene.renewal(details, old));
            suppliers.addContract(new ContractDetails(
                    details.supplier(),
                    "Chiuso prima",
                    Set.of(),
                    details.period(),
                    0,
                    null,
                    null,
                    "",
                    "",
                    TODAY.minusDays(1),
                    null));

            assertThat(contracts.count(TODAY).values()).containsOnly(0L);
        });
    }

    @Test
    void theBoardLeadsToTheContractsItCounts() throws Exception {
        String centre = "contratti-bacheca";
        clock.moveTo(TODAY);
        cast.at(centre, () -> {
            suppliers.addContract(contract(TODAY.plusDays(3), 0));
            suppliers.addContract(contract(TODAY.plusDays(25), 0));
        });

        web.perform(get("/gestione").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("Contratti in scadenza nei prossimi 7 giorni: 1")))
                .andExpect(content().string(containsString("Contratti in scadenza nei prossimi 30 giorni: 2")))
                .andExpect(content().string(containsString("/gestione/fornitori/contratti?avviso=scadenza-7")))
                .andExpect(content().string(not(containsString("Contratti scaduti"))));
        web.perform(get("/gestione/fornitori/contratti?avviso=scadenza-7").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("1 riga")))
                .andExpect(content().string(containsString("18/05/2026")));
        web.perform(get("/gestione/fornitori/contratti?avviso=scadenza-30").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("2 righe")));
        web.perform(get("/gestione/fornitori/contratti?avviso=scaduti-30").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("Nessuna riga con questi filtri")));
    }

    private ContractDetails contract(LocalDate end, int notice) {
        SupplierId supplier = suppliers
                .named("Rete dei Colli")
                .map(Supplier::id)
                .orElseGet(() -> suppliers.add(SupplierDetails.named("Rete dei Colli")));
        return new ContractDetails(
                supplier,
                "Connettività fino al " + end,
                Set.of(),
                new Period(end.minusYears(1), end),
                notice,
                null,
                null,
                "",
                "",
                null,
                null);
    }
}
