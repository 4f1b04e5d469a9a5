// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Percentage;
import it.opencit.shared.Period;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@OpenCitTest
class MembersJoiningTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    private OrganizationId unione = new OrganizationId(0);
    private OrganizationId roccaverde = new OrganizationId(0);
    private OrganizationId montefiore = new OrganizationId(0);
    private String accession = "";

    @BeforeEach
    void aUnioneOfTwoThatHasJoined() {
        LocalDate today = LocalDate.now(Italian.ROME);
        cast.at(Cast.COLLI, () -> {
            var scene = new Scene(organizations, agreements);
            unione = scene.body(OrganizationKind.UNIONE, "Unione dei Colli");
            roccaverde = scene.comune("Roccaverde");
            montefiore = scene.comune("Montefiore");
            organizations.join(unione, roccaverde, new Period(today.minusYears(3), null));
            organizations.join(unione, montefiore, new Period(today.minusYears(3), null));
            SchemeId current = scene.scheme(new Period(today.minusYears(1), today.plusYears(3)));
            accession = Addresses.of(
                    scene.member(unione, current, today.minusMonths(6).toString(), null));
        });
    }

    @Test
    void theMembersJoinByTheSameActsAndTheUnionePaysItsShare() throws Exception {
        web.perform(get(accession).with(cast.coordinatore(Cast.COLLI)))
                .andExpect(content().string(containsString("Aderisci per gli enti membri")));
        web.perform(post(accession + "/membri")
                        .param("members", roccaverde.toString())
                        .param("share", "40")
                        .with(cast.coordinatore(Cast.COLLI)))
                .andExpect(redirectedUrl(accession));

        cast.at(Cast.COLLI, () -> {
            int year = LocalDate.now(Italian.ROME).getYear();
            assertThat(agreements.activeIn(year))
                    .filteredOn(member -> member.organization().equals(roccaverde))
                    .singleElement()
                    .satisfies(member ->
                            assertThat(member.payers()).containsExactly(new PayerShare(unione, Percentage.of("40"))));
            assertThat(agreements.accessionsOf(montefiore)).isEmpty();
        });
        web.perform(get(accession).with(cast.coordinatore(Cast.COLLI)))
                .andExpect(content().string(containsString("Paga anche per")));
    }

    @Test
    void choosingNobodyIsRefusedAndTheShareStays() throws Exception {
        web.perform(post(accession + "/membri").param("share", "40").with(cast.coordinatore(Cast.COLLI)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli almeno un ente")))
                .andExpect(content().string(containsString("value=\"40\"")));
    }
}
