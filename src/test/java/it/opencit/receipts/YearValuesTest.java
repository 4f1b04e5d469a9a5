// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.Euro;
import it.opencit.shared.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Lecco shares its fixed costs by workstations: the cost is the value of the year. */
@OpenCitTest
class YearValuesTest {

    private static final String LECCO = "lecco";

    @Autowired
    MembershipDues dues;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void aSharedCostComesOutWholeToTheCent() {
        DuesOfYear year = cast.at(LECCO, () -> dues.of(2021));
        assertThat(year.dues()).isNotEmpty();
        assertThat(year.total()).isEqualTo(Euro.of("180000.00"));
    }

    @Test
    void aNewCostIsSharedAtOnceAndTheReasonNamesItsSource() throws Exception {
        web.perform(post("/gestione/quote/2019/valori")
                        .with(cast.with(Role.AMMINISTRATIVO, LECCO))
                        .param("value0", "100.000,01")
                        .param("source0", "Rendiconto 2019"))
                .andExpect(redirectedUrl("/gestione/quote/2019"));

        DuesOfYear year = cast.at(LECCO, () -> dues.of(2019));
        assertThat(year.total()).isEqualTo(Euro.of("100000.01"));
        long member = year.dues().stream()
                .filter(due -> due.amount() != null)
                .findFirst()
                .orElseThrow()
                .beneficiary()
                .id()
                .value();
        web.perform(get("/gestione/quote/2019/enti/" + member).with(cast.coordinatore(LECCO)))
                .andExpect(content().string(containsString("Rendiconto 2019")));
    }

    @Test
    void aValueWithoutASourceOrNegativeIsRefusedAndStaysAsTyped() throws Exception {
        web.perform(post("/gestione/quote/2020/valori")
                        .with(cast.coordinatore(LECCO))
                        .param("value0", "-5")
                        .param("source0", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("togli il segno meno")))
                .andExpect(content().string(containsString("da dove viene il valore")))
                .andExpect(content().string(containsString("value=\"-5\"")));
        assertThat(cast.at(LECCO, () -> dues.of(2020)).total()).isEqualTo(Euro.of("180000.00"));
    }
}
