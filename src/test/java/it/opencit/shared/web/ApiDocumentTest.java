// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OpenCitTest
class ApiDocumentTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void eachRecordIsDescribedUnderItsOwnName() throws Exception {
        JsonNode document = JsonMapper.shared()
                .readTree(web.perform(get("/api/v1/openapi.json").with(cast.with(Role.COORDINATORE, Cast.BRESCIA)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        JsonNode schemas = document.at("/components/schemas");
        Set<String> names = new TreeSet<>(schemas.propertyNames());

        assertThat(names)
                .contains("ApiOrganizationPage", "ApiAgreementPage", "TicketApiOpening", "AgreementsApiOpening")
                .doesNotContain("Page", "Opening", "Line");
        assertThat(schemas.at("/ApiOrganizationPage/properties/items/items/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/ApiOrganization");
        assertThat(schemas.at("/TicketApiOpening/properties").propertyNames()).contains("urgency", "organizationId");
        assertThat(document.findValues("$ref"))
                .isNotEmpty()
                .allMatch(one -> names.contains(one.stringValue().replaceFirst(".*/", "")));
    }
}
