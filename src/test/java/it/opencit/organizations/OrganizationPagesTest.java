// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpenCitTest
class OrganizationPagesTest {

    private static final String CENTRE = "pagine-enti";
    private static final LocalDate END_OF_2022 = LocalDate.of(2022, 12, 31);

    @Autowired
    MockMvc web;

    @Autowired
    Organizations organizations;

    @Autowired
    Cast cast;

    @Test
    void theListFiltersByWordAndByMissingFigures() throws Exception {
        OrganizationId complete = newBody(OrganizationKind.COMUNE, "Completo");
        newBody(OrganizationKind.COMUNE, "Senzadàti");
        record(complete, "800");

        see(get("/gestione/enti?senza=abitanti&q=senzadati"))
                .andExpect(content().string(containsString("Senzadàti")));
        see(get("/gestione/enti?senza=abitanti&q=completo"))
                .andExpect(content().string(containsString("Nessuna riga con questi filtri")));
        see(get("/gestione/enti?q=completo")).andExpect(content().string(containsString(">800</td>")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATORE", "REDATTORE"})
    void theHelpDeskAndTheEditorReadButAreNotOfferedToWrite(Role role) throws Exception {
        OrganizationId id = newBody(OrganizationKind.COMUNE, "Leggibile");

        web.perform(get("/gestione/enti/" + id).with(cast.with(role, CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/modifica"))));
        web.perform(post("/gestione/enti/" + id + "/modifica").with(cast.with(role, CENTRE)))
                .andExpect(status().isForbidden());
    }

    @Test
    void theListIsExportedAsItIsFiltered() throws Exception {
        newBody(OrganizationKind.CONSORZIO, "Esportato");

        see(get("/gestione/enti/enti.csv?tipo=CONSORZIO"))
                .andExpect(header().string("Content-Type", startsWith("text/csv")))
                .andExpect(content()
                        .string(allOf(containsString("Denominazione;Tipo"), containsString("Esportato;Consorzio"))));
    }

    @Test
    void aNewBodyIsWrittenAndShown() throws Exception {
        String page = redirect(web.perform(as(post("/gestione/enti"))
                        .param("kind", "UNIONE")
                        .param("name", "Unione Nuova")
                        .param("digitalDomicile", "unione@pec.it"))
                .andExpect(status().isFound()));

        see(get(page))
                .andExpect(content().string(allOf(containsString("Unione Nuova"), containsString("unione@pec.it"))));
    }

    @Test
    void whatIsWrongIsTiedToItsFieldAndWhatWasTypedStays() throws Exception {
        web.perform(as(post("/gestione/enti"))
                        .param("kind", "COMUNE")
                        .param("name", "Nome appena scritto")
                        .param("taxCode", "00796430172"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"errore-taxCode\"")))
                .andExpect(content().string(containsString("sarebbe 1")))
                .andExpect(content().string(containsString("Nome appena scritto")));
    }

    @Test
    void theSecondEditorSeesBothTextsAndMaySaveAgain() throws Exception {
        OrganizationId id = newBody(OrganizationKind.COMUNE, "Conteso");
        web.perform(edit(id, "Nome del primo", "0")).andExpect(redirectedUrl("/gestione/enti/" + id));

        web.perform(edit(id, "Nome del secondo", "0"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nome del primo")))
                .andExpect(content().string(containsString("value=\"Nome del secondo\"")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));

        web.perform(edit(id, "Nome del secondo", "1")).andExpect(redirectedUrl("/gestione/enti/" + id));
    }

    @Test
    void aPersonIsAddedChangedAndEnded() throws Exception {
        OrganizationId id = newBody(OrganizationKind.COMUNE, "Con persone");
        web.perform(person("/gestione/enti/" + id + "/persone", "")).andExpect(redirectedUrl("/gestione/enti/" + id));
        String page = see(get("/gestione/enti/" + id))
                .andExpect(content()
                        .string(allOf(
                                containsString("Bruno Segretario"), containsString("Segretario: Bruno Segretario"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher address =
                Pattern.compile("/gestione/enti/" + id + "/persone/\\d+").matcher(page);
        assertThat(address.find()).isTrue();

        web.perform(person(address.group(), "2024-05-31").param("version", "0"))
                .andExpect(redirectedUrl("/gestione/enti/" + id));

        see(get("/gestione/enti/" + id))
                .andExpect(content().string(allOf(containsString("al 31/05/2024"), containsString("fine incarico"))));
    }

    @Test
    void aPersonWithoutANameIsRefused() throws Exception {
        OrganizationId id = newBody(OrganizationKind.COMUNE, "Senza nome");

        web.perform(as(post("/gestione/enti/" + id + "/persone"))
                        .param("role", "MAYOR")
                        .param("from", "2024-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi nome e cognome")));
    }

    @Test
    void aComuneJoinsAUnioneByNameAndLeavesIt() throws Exception {
        OrganizationId unione = newBody(OrganizationKind.UNIONE, "Unione delle Valli");
        OrganizationId comune = newBody(OrganizationKind.COMUNE, "Valverde");
        web.perform(as(post("/gestione/enti/" + comune + "/appartenenze"))
                        .param("direction", "ENTERS")
                        .param("other", "unione delle valli")
                        .param("from", "01/01/2020"))
                .andExpect(redirectedUrl("/gestione/enti/" + comune));
        long membership = cast.at(CENTRE, () -> organizations.memberships(unione))
                .getFirst()
                .id();

        see(get("/gestione/enti/" + unione)).andExpect(content().string(containsString("Ne fanno parte")));
        web.perform(as(post("/gestione/enti/" + comune + "/appartenenze/" + membership + "/fine"))
                        .param("to", "2024-12-31"))
                .andExpect(redirectedUrl("/gestione/enti/" + comune));
        see(get("/gestione/enti/" + comune)).andExpect(content().string(containsString("Esce da Unione delle Valli")));
    }

    @Test
    void aNameOfManyBodiesIsRefusedAndTheyAreListed() throws Exception {
        newBody(OrganizationKind.UNIONE, "Ambigua Nord");
        newBody(OrganizationKind.UNIONE, "Ambigua Sud");
        OrganizationId comune = newBody(OrganizationKind.COMUNE, "Indeciso");

        web.perform(as(post("/gestione/enti/" + comune + "/appartenenze"))
                        .param("other", "ambigua")
                        .param("from", "2020-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Ambigua Nord; Ambigua Sud")));
    }

    @Test
    void aMembershipOfAnotherBodyIsNotFoundHere() throws Exception {
        OrganizationId unione = newBody(OrganizationKind.UNIONE, "Unione di altri");
        OrganizationId comune = newBody(OrganizationKind.COMUNE, "Membro");
        OrganizationId stranger = newBody(OrganizationKind.COMUNE, "Estraneo");
        cast.at(CENTRE, () -> organizations.join(unione, comune, new Period(END_OF_2022, null)));
        long membership = cast.at(CENTRE, () -> organizations.memberships(unione))
                .getFirst()
                .id();

        web.perform(as(post("/gestione/enti/" + stranger + "/appartenenze/" + membership + "/fine"))
                        .param("to", "2024-12-31"))
                .andExpect(status().isNotFound());
    }

    @Test
    void aFigureTakesThePlaceOfAnotherOnlyWhenThatWasSeen() throws Exception {
        OrganizationId id = newBody(OrganizationKind.COMUNE, "Contato");
        record(id, "800");

        web.perform(figure(id, "812", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già il valore 800 (Prova)")))
                .andExpect(content().string(containsString("name=\"seen\" value=\"800\"")));
        web.perform(figure(id, "812", "800")).andExpect(redirectedUrl("/gestione/enti/" + id));

        see(get("/gestione/enti/" + id))
                .andExpect(content().string(allOf(containsString("Abitanti: 812"), containsString("Dato corretto"))));
    }

    @Test
    void theFormOfACorrectionShowsWhatHolds() throws Exception {
        OrganizationId id = newBody(OrganizationKind.COMUNE, "Da correggere");
        record(id, "800");

        see(get("/gestione/enti/" + id + "/dati/nuovo?kind=RESIDENTS&date=2022-12-31"))
                .andExpect(content().string(containsString("name=\"value\" value=\"800\"")));
    }

    @Test
    void aKindOfFigureIsAddedOnce() throws Exception {
        var kind = as(post("/gestione/enti/indicatori"))
                .param("code", "mailboxes")
                .param("label", "Caselle")
                .param("unit", "caselle di posta");
        web.perform(kind).andExpect(redirectedUrl("/gestione/enti/indicatori"));

        see(get("/gestione/enti/indicatori")).andExpect(content().string(containsString("MAILBOXES")));
        web.perform(kind)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già un indicatore")));
    }

    @Test
    void anUploadIsPreviewedThenAppliedAndChangesNothingBefore() throws Exception {
        String file = "istat_code;name;province_code;province_abbr;cadastral_code;tax_code;population;population_date\n"
                + "017998;Caricato;017;BS;Z998;;500;2022-12-31\n17;Sbagliato;017;BS;Z997;;500;2022-12-31\n";
        String preview = redirect(web.perform(multipart("/gestione/enti/importazione")
                        .file(new MockMultipartFile("file", "comuni.csv", "text/csv", file.getBytes(UTF_8)))
                        .param("source", "ISTAT")
                        .param("provinces", "bs")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound()));
        String page = see(get(preview))
                .andExpect(
                        content().string(allOf(containsString("Caricato"), containsString("zeri iniziali compresi"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(cast.at(CENTRE, () -> organizations.search("caricato", null, null, 2)))
                .isEmpty();
        Matcher digest = Pattern.compile("name=\"digest\" value=\"(\\w+)\"").matcher(page);
        assertThat(digest.find()).isTrue();

        web.perform(as(post(preview + "/applicazione")).param("digest", "un altro"))
                .andExpect(status().isUnprocessableContent());
        web.perform(as(post(preview + "/applicazione")).param("digest", digest.group(1)))
                .andExpect(redirectedUrl(preview));

        assertThat(cast.at(CENTRE, () -> organizations.search("caricato", null, null, 2)))
                .hasSize(1);
    }

    @Test
    void aFileThatIsNotATableIsRefusedInTheForm() throws Exception {
        web.perform(multipart("/gestione/enti/importazione")
                        .file(new MockMultipartFile("file", "a.xlsx", "text/csv", new byte[] {'P', 'K', 0}))
                        .param("source", "ISTAT")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("salvalo come CSV")));
    }

    @Test
    void theFormOfTheImportProposesTheProvincesOfTheCentre() throws Exception {
        see(get("/gestione/enti/importazione")).andExpect(content().string(containsString("value=\"BS\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nuovo", "/1/modifica", "/1/persone/nuova", "/1/appartenenze/nuova", "/1/dati/nuovo"})
    void aFormOfABodyThatIsNotThereIsNotFoundAndTheOthersOpen(String form) throws Exception {
        web.perform(as(get("/gestione/enti" + form.replace("/1/", "/999999/"))))
                .andExpect(form.contains("/1/") ? status().isNotFound() : status().isOk());
        OrganizationId id = newBody(OrganizationKind.COMUNE, "Con moduli");
        see(get("/gestione/enti" + form.replace("/1/", "/" + id + "/")));
    }

    @Test
    void aPageOfAnotherCentreIsNotFound() throws Exception {
        OrganizationId id = newBody(OrganizationKind.COMUNE, "Solo qui");

        web.perform(get("/gestione/enti/" + id).with(cast.coordinatore("altrove-enti")))
                .andExpect(status().isNotFound());
    }

    private static String redirect(ResultActions answer) {
        return String.valueOf(answer.andReturn().getResponse().getRedirectedUrl());
    }

    private ResultActions see(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(as(request)).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
        return request.with(cast.with(Role.AMMINISTRATIVO, CENTRE));
    }

    private MockHttpServletRequestBuilder edit(OrganizationId id, String name, String version) {
        return as(post("/gestione/enti/" + id + "/modifica"))
                .param("kind", "COMUNE")
                .param("name", name)
                .param("version", version);
    }

    private MockHttpServletRequestBuilder person(String address, String to) {
        return as(post(address))
                .param("role", "SECRETARY")
                .param("name", "Bruno Segretario")
                .param("from", "2020-01-01")
                .param("to", to);
    }

    private MockHttpServletRequestBuilder figure(OrganizationId id, String value, String seen) {
        return as(post("/gestione/enti/" + id + "/dati"))
                .param("kind", "RESIDENTS")
                .param("date", "31/12/2022")
                .param("value", value)
                .param("source", "Anagrafe")
                .param("seen", seen);
    }

    private OrganizationId newBody(OrganizationKind kind, String name) {
        return cast.at(CENTRE, () -> organizations.add(OrganizationDetails.of(kind, name)));
    }

    private void record(OrganizationId id, String residents) {
        cast.at(
                CENTRE,
                () -> organizations.record(
                        id, new Figure("RESIDENTS", END_OF_2022, new BigDecimal(residents), "Prova", null)));
    }
}
