// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpenCitTest
class AgreementsApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Accessions accessions;

    @Test
    void aMemberIsReadWithItsActs() throws Exception {
        OrganizationId body = cast.at(Cast.COLLI, () -> {
            var scene = new Scene(organizations, agreements);
            OrganizationId roccaverde = scene.comune("Roccaverde");
            scene.member(roccaverde, scene.scheme(), "2015-01-14", null);
            return roccaverde;
        });

        web.perform(get("/api/v1/accessions")
                        .param("organization", body.toString())
                        .with(cast.with(Role.OPERATORE, Cast.COLLI)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].stage").value("EXPIRED"))
                .andExpect(jsonPath("$.items[0].membership.to").value("2020-12-31"))
                .andExpect(jsonPath("$.items[0].delibera.enforceableFrom").value("2014-12-28"))
                .andExpect(jsonPath("$.items[0].countersignature.protocol").value("00002619"))
                .andExpect(jsonPath("$.next").isEmpty());
        web.perform(get("/api/v1/agreements").with(cast.with(Role.OPERATORE, Cast.COLLI)))
                .andExpect(jsonPath("$.items[0].kind").value("CONVENZIONE_ART_30_TUEL"))
                .andExpect(jsonPath("$.items[0].tariffCode").value("colli/quota"));
        web.perform(get("/api/v1/agreements").with(cast.with(Role.REDATTORE, Cast.COLLI)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aProgramRecordsAnAct() throws Exception {
        String draft = "/api/v1/accessions/" + draft();

        send(
                        draft + "/approval",
                        "{\"version\":0,\"approvedBy\":\"COUNCIL\",\"number\":\"12\",\"date\":\"2017-01-10\","
                                + "\"immediate\":true}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("APPROVED"))
                .andExpect(jsonPath("$.delibera.enforceableFrom").value("2017-01-10"))
                .andExpect(jsonPath("$.version").value(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
      slip                  | act        | body                                                                                | status | field
      an act out of turn    | withdrawal | {"version":0,"lastDay":"2018-12-31","reason":"x"}                                   | 422    |
      a field missing       | approval   | {"version":0,"approvedBy":"COUNCIL","date":"2017-01-10","immediate":true}           | 422    | number
      no version            | approval   | {"number":"12"}                                                                     | 422    | version
      an older version      | approval   | {"version":9,"approvedBy":"COUNCIL","number":"12","date":"2017-01-10","immediate":true} | 409 |
      an act that is none   | birthday   | {"version":0}                                                                       | 404    |
      not JSON              | approval   | {version                                                                            | 400    |
      """)
    void slipsAreAnsweredWithAProblemDocument(String slip, String act, String body, int status, String field)
            throws Exception {
        ResultActions answer = send("/api/v1/accessions/" + draft() + "/" + act, body);

        answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        if (field != null) {
            answer.andExpect(jsonPath("$.field").value(field));
        }
    }

    @Test
    void aDraftIsOpenedForAKnownBodyOnly() throws Exception {
        String known = cast.at(Cast.COLLI, () -> {
            var scene = new Scene(organizations, agreements);
            return "\"organization\":" + scene.comune("Roccaverde") + ",\"agreement\":" + scene.scheme();
        });

        send("/api/v1/accessions", "{" + known + "}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.stage").value("DRAFT"))
                .andExpect(jsonPath("$.allowed[0]").value("APPROVAL"));
        send("/api/v1/accessions", "{" + known + "}").andExpect(status().isUnprocessableContent());
        send("/api/v1/accessions", "{}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("organization"));
    }

    private AccessionId draft() {
        return cast.at(Cast.COLLI, () -> {
            var scene = new Scene(organizations, agreements);
            return accessions.open(scene.scheme(), scene.comune("Roccaverde"), "");
        });
    }

    private ResultActions send(String address, String body) throws Exception {
        return web.perform(post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(cast.with(Role.AMMINISTRATIVO, Cast.COLLI)));
    }
}
