// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpenCitTest
class TreasuryApiTest {

    private static final String CENTRE = "tesoro-api";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Treasury treasury;

    @Autowired
    Organizations organizations;

    /** What the documents of Brescia print of Acquafredda, as a program reads it. */
    @Test
    void anAccertamentoOfTheDemonstrationIsRead() throws Exception {
        web.perform(get("/api/v1/accertamenti?year=2015&q=acquafredda").with(cast.with(Role.OPERATORE, Cast.BRESCIA)))
                .andExpect(jsonPath("$.items[0].number").value("1003"))
                .andExpect(jsonPath("$.items[0].act.number").value("857"))
                .andExpect(jsonPath("$.items[0].amount").value("405.30"))
                .andExpect(jsonPath("$.items[0].residual").value("0.00"))
                .andExpect(jsonPath("$.items[0].state").value("COLLECTED"))
                .andExpect(jsonPath("$.items[0].payer.name").value("Comune di Acquafredda"));
        web.perform(get("/api/v1/movements?year=2019&state=COLLECTED&q=bassa bresciana")
                        .with(cast.with(Role.OPERATORE, Cast.BRESCIA)))
                .andExpect(jsonPath("$.items[0].amount").value("300.00"));
    }

    @Test
    void aProgramReceivesAllocatesAndUndoes() throws Exception {
        OrganizationId body = cast.at(CENTRE, () -> scene().comune("Programma"));
        AccertamentoId assessed = cast.at(CENTRE, () -> scene().assessed(body, "56.00"));
        int number = TreasuryScene.next();
        String received = send("/api/v1/provvisori", """
                        {"number": "%d", "receivedOn": "2017-12-29", "payerName": "COMUNE DI PROGRAMMA", "amount": "56.00"}""".formatted(number))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.provvisorio.treasuryYear").value(2017))
                .andExpect(jsonPath("$.provvisorio.regulariseBy").value("2018-02-27"))
                .andExpect(jsonPath("$.provvisorio.organization.id").value(body.toString()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = received.replaceAll("(?s).*?\"id\"\\s*:\\s*\"(\\d+)\".*", "$1");

        send("/api/v1/provvisori/" + id + "/allocations", """
                        [{"accertamentoId": "%s", "amount": "56.01"}]""".formatted(assessed))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("treasury.allocation.above-accertamento"))
                .andExpect(jsonPath("$.field").value("amount"))
                .andExpect(jsonPath("$.detail").value(containsString("€ 56,00")));
        send("/api/v1/provvisori/" + id + "/allocations", """
                        [{"accertamentoId": "%s", "amount": "56.00"}]""".formatted(assessed))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.provvisorio.residual").value("0.00"))
                .andExpect(jsonPath("$.provvisorio.state").value("REGULARISED"));
        AllocationId made = cast.at(
                CENTRE, () -> treasury.allocations(List.of(assessed)).getFirst().id());
        send("/api/v1/allocations/" + made + "/undo", "{}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("reason"));
        send("/api/v1/allocations/" + made + "/undo", "{\"reason\": \"sbagliato\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.allocations[0].undone.reason").value("sbagliato"))
                .andExpect(jsonPath("$.provvisorio.residual").value("56.00"));
        web.perform(get("/api/v1/provvisori/" + id).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(jsonPath("$.allocations.length()").value(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"receivedOn": "2017-12-29", "amount": "1.00"}                              | number
            {"number": "x1", "receivedOn": "2017-12-29", "amount": "1.00"}              | number
            {"number": "1", "amount": "1.00"}                                           | receivedOn
            {"number": "1", "receivedOn": "2017-12-29"}                                 | amount
            {"number": "1", "receivedOn": "2017-12-29", "amount": "1,00"}               | amount
            {"number": "1", "receivedOn": "2017-12-29", "amount": "0.00"}               | amount
            {"number": "1", "receivedOn": "2017-12-29", "amount": "1.00", "organizationId": "999999"} | organizationId
            """)
    void whatCannotBeReceivedNamesItsField(String sent, String field) throws Exception {
        send("/api/v1/provvisori", sent)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value(field));
    }

    @Test
    void listsArePagedByTheKeyOfTheLastRow() throws Exception {
        OrganizationId body = cast.at(CENTRE, () -> scene().comune("A Pagine"));
        for (int i = 0; i < 3; i++) {
            cast.at(CENTRE, () -> scene().assessed(body, "1.00"));
        }
        String address = "/api/v1/movements?organizationId=" + body + "&limit=2";
        String first = web.perform(get(address).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String next = first.replaceAll("(?s).*\"next\"\\s*:\\s*\"(\\d+)\".*", "$1");
        web.perform(get(address + "&after=" + next).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
        web.perform(get("/api/v1/movements?limit=501").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isUnprocessableContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/accertamenti", "/api/v1/movements", "/api/v1/provvisori"})
    void onlyTheStaffReads(String address) throws Exception {
        web.perform(get(address).with(cast.referente(1, CENTRE))).andExpect(status().isForbidden());
        web.perform(get(address).with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(post("/api/v1/provvisori")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isForbidden());
    }

    private ResultActions send(String address, String json) throws Exception {
        return web.perform(post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(cast.coordinatore(CENTRE)));
    }

    private TreasuryScene scene() {
        return new TreasuryScene(organizations, treasury);
    }
}
