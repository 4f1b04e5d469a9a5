// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpenCitTest
class CostPagesTest {

    private static final String CENTRE = "costi";
    private static final String HEADER = "anno;natura;servizio;descrizione;importo;atto\n";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Costs costs;

    @Test
    void aCostIsRegisteredChangedAndCounted() throws Exception {
        web.perform(post("/gestione/costi/nuovo")
                        .with(cast.with(Role.AMMINISTRATIVO, CENTRE))
                        .param("year", "2031")
                        .param("kind", "GENERAL")
                        .param("description", "Affitto dei locali")
                        .param("amount", "1.250,50")
                        .param("act", "Det. 12/2031"))
                .andExpect(redirectedUrl("/gestione/costi"));
        web.perform(get("/gestione/sostenibilita/2031").with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1.250,50")));
        long id = idOf("Affitto dei locali");
        web.perform(change(id, 0, "1.300,00")).andExpect(redirectedUrl("/gestione/costi"));
        web.perform(change(id, 0, "1.400,00")) // read before the other change
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("1.400,00"), containsString("1300,00"))));
    }

    @ParameterizedTest
    @CsvSource({
        "year, 19, anno",
        "amount, -3, importo",
        "amount, tanto, tanto",
        "amount, '1,234', decimali",
        "description, '', tratta"
    })
    void badInputIsSaidBesideItsFieldAndKept(String field, String typed, String sentence) throws Exception {
        web.perform(post("/gestione/costi/nuovo")
                        .with(cast.coordinatore(CENTRE))
                        .param("year", field.equals("year") ? typed : "2031")
                        .param("kind", "OTHER")
                        .param("description", field.equals("description") ? typed : "Qualcosa da tenere")
                        .param("amount", field.equals("amount") ? typed : "10,00"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(containsString("errore-" + field)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void aTableOfTheAccountingOfficeIsImportedOnceWhateverItsEncoding(String charset) throws Exception {
        String rows = HEADER + "2032;Infrastruttura;;Connettività " + charset
                + ";1.000,00;\n2032;Personale;;Quattro persone " + charset + ";99.999,99;Rendiconto\n";
        upload(rows.getBytes(Charset.forName(charset))).andExpect(redirectedUrl("/gestione/costi"));
        upload(rows.getBytes(Charset.forName(charset))).andExpect(redirectedUrl("/gestione/costi"));
        assertThat(cast.at(
                        CENTRE,
                        () -> costs.all().stream()
                                .filter(stored -> stored.cost().description().endsWith(charset))
                                .toList()))
                .extracting(stored -> stored.cost().description())
                .containsExactly("Connettività " + charset, "Quattro persone " + charset);
    }

    @Test
    void aTableWithFaultsImportsNothingAndSaysWhatToMendInWhichRow() throws Exception {
        upload((HEADER + "2033;Personale;;Una riga giusta;10,00;\n2033;Viaggi;nessuno;;dieci;\n").getBytes(UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Riga 3, natura"),
                                containsString("Riga 3, servizio"),
                                containsString("Riga 3, importo"))));
        upload("anno;importo\n2033;10\n".getBytes(UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("natura")));
        assertThat(cast.at(CENTRE, costs::all))
                .noneMatch(stored -> stored.cost().year() == 2033);
    }

    @Test
    void programsReadAndWriteCosts() throws Exception {
        web.perform(
                        post("/api/v1/costs")
                                .with(cast.coordinatore(CENTRE))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"year\":2034,\"kind\":\"SUPPLIES\",\"description\":\"Licenze\",\"amount\":\"405.30\"}"))
                .andExpect(status().isCreated());
        web.perform(
                        post("/api/v1/costs")
                                .with(cast.coordinatore(CENTRE))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"year\":2034,\"kind\":\"SUPPLIES\",\"description\":\"Licenze\",\"amount\":\"0.00\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("amount"));
        web.perform(get("/api/v1/sustainability/2034").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cost").value("405.30"))
                .andExpect(jsonPath("$.coverPercent").value(0.0));
    }

    @Test
    void theDemonstrationShowsThreeYears() throws Exception {
        web.perform(get("/gestione/sostenibilita/2019").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ente capofila")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gestione/costi",
                "/gestione/costi/nuovo",
                "/gestione/costi/importazione",
                "/gestione/altre-entrate",
                "/gestione/altre-entrate/nuova",
                "/gestione/sostenibilita/2019",
                "/api/v1/costs?year=2019",
                "/api/v1/sustainability/2019"
            })
    void theWrongRoleIsRefused(String address) throws Exception {
        web.perform(get(address).with(cast.referente(1, CENTRE))).andExpect(status().isForbidden());
        web.perform(get(address).with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(post("/gestione/costi/nuovo").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isForbidden());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder change(
            long id, int version, String amount) {
        return post("/gestione/costi/" + id)
                .with(cast.coordinatore(CENTRE))
                .param("version", Integer.toString(version))
                .param("year", "2031")
                .param("kind", "GENERAL")
                .param("description", "Affitto dei locali")
                .param("amount", amount);
    }

    private ResultActions upload(byte[] file) throws Exception {
        return web.perform(multipart("/gestione/costi/importazione")
                .file(new MockMultipartFile("file", "costi.csv", "text/csv", file))
                .with(cast.coordinatore(CENTRE)));
    }

    private long idOf(String description) {
        return cast.at(
                CENTRE,
                () -> costs.all().stream()
                        .filter(stored -> stored.cost().description().equals(description))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }
}
