// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@OpenCitTest
class OfferingApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void aBodysProgramReadsTheCatalogue() throws Exception {
        web.perform(get("/api/v1/offerings")
                        .param("class", "SURCHARGE")
                        .param("area", "EGOV")
                        .param("offeredOn", "2019-01-01")
                        .with(cast.referente(56, Cast.BRESCIA)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].code", hasItem("pagopa")))
                .andExpect(jsonPath("$.items.length()").value(6))
                .andExpect(jsonPath("$.next").isEmpty());
        web.perform(get("/api/v1/offerings").with(cast.nobody(Cast.BRESCIA))).andExpect(status().isUnauthorized());
    }

    @Test
    void aServiceIsFoundByItsCodeWithSheetAndForm() throws Exception {
        String whole = web.perform(get("/api/v1/offerings/pagopa").with(cast.referente(56, Cast.BRESCIA)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value("pagopa"))
                .andExpect(jsonPath("$.class").value("SURCHARGE"))
                .andExpect(jsonPath("$.continuation").value("CONFIRMED"))
                .andExpect(jsonPath("$.prices[0].variant").value("Regione Lombardia"))
                .andExpect(jsonPath("$.prices[0].tariffCode").value("brescia-2015-2020/pagopa-attivazione-regione"))
                .andExpect(jsonPath("$.sheet.onlineNow").value(2))
                .andExpect(jsonPath("$.requestForm.version").value(1))
                .andExpect(jsonPath("$.requestForm.fields[0].type").value("LONG_TEXT"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        String id = JsonPath.read(whole, "$.id");
        web.perform(get("/api/v1/offerings/" + id).with(cast.with(Role.REDATTORE, Cast.BRESCIA)))
                .andExpect(jsonPath("$.code").value("pagopa"));
        web.perform(get("/api/v1/offerings/niente").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.status").value(404));
    }

    @Test
    void pagesFollowOneAnotherUntilTheEnd() throws Exception {
        List<String> codes = new ArrayList<>();
        String after = "";
        while (after != null) {
            String page = web.perform(get("/api/v1/offerings?limit=10" + after).with(cast.coordinatore(Cast.BRESCIA)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            codes.addAll(JsonPath.read(page, "$.items[*].code"));
            String next = JsonPath.read(page, "$.next");
            after = next == null ? null : "&after=" + next;
        }

        Assertions.assertThat(codes).hasSize(25).doesNotHaveDuplicates();
        web.perform(get("/api/v1/offerings?limit=0").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("limit"));
        web.perform(get("/api/v1/offerings?class=GRATIS").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isBadRequest());
        web.perform(get("/api/v1/offerings?offeredOn=domani").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isBadRequest());
    }
}
