// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpenCitTest
class OpenDataTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private ResultActions read(String path) throws Exception {
        return web.perform(get(path).with(cast.nobody(Cast.BRESCIA)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=600, public"));
    }

    @ParameterizedTest
    @EnumSource(Dataset.class)
    void everySetIsReadAsCsvAndAsJson(Dataset set) throws Exception {
        String csv =
                read("/dati/" + set.file() + ".csv").andReturn().getResponse().getContentAsString();
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();

        assertThat(rows.getFirst().getHeader()).isEqualTo(set.columns());
        read("/dati/" + set.file() + ".json").andExpect(jsonPath("$", hasSize(rows.size())));
    }

    @Test
    void coccaglioIsAMemberWithItsCodes() throws Exception {
        read("/api/v1/public/members")
                .andExpect(jsonPath("$.items[?(@.cadastralCode == 'C806')].name", hasItem("Comune di Coccaglio")))
                .andExpect(jsonPath("$.items[?(@.cadastralCode == 'C806')].istatCode", hasItem("017056")));
    }

    @Test
    void useTellsHowManyBodiesAndNotWhich() throws Exception {
        read("/api/v1/public/use")
                .andExpect(jsonPath("$.items[*].bodies", everyItem(greaterThan(0))))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("Coccaglio"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "services", "costs", "use", "news", "events"})
    void programsNeedNoToken(String what) throws Exception {
        read("/api/v1/public/" + what).andExpect(jsonPath("$.items").isNotEmpty());
    }

    @Test
    void theCatalogueHasWhatTheNationalPortalAsks() throws Exception {
        read("/dati/catalogo.jsonld")
                .andExpect(content().contentTypeCompatibleWith("application/ld+json"))
                .andExpect(jsonPath("$['@graph'][0]['dcat:dataset']", hasSize(Dataset.values().length)))
                .andExpect(jsonPath(
                        "$['@graph'][?('dcatapit:Dataset' in @['@type'])]['dct:accrualPeriodicity']['@id']",
                        everyItem(startsWith("http://publications.europa.eu/resource/authority/frequency/"))))
                .andExpect(jsonPath(
                        "$['@graph'][?('dcatapit:Distribution' in @['@type'])]['dct:license']['@id']",
                        hasSize(2 * Dataset.values().length)));
    }

    @Test
    void whatIsNoSetIsNotFound() throws Exception {
        web.perform(get("/dati/persone.csv").with(cast.nobody(Cast.BRESCIA))).andExpect(status().isNotFound());
    }
}
