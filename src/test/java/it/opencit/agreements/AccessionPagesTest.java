// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@OpenCitTest
class AccessionPagesTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

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

    private OrganizationId roccaverde = new OrganizationId(0);
    private String accession = "";

    @BeforeEach
    void aDraftOfRoccaverde() {
        cast.at(Cast.COLLI, () -> {
            var scene = new Scene(organizations, agreements);
            roccaverde = scene.comune("Roccaverde");
            accession = Addresses.of(accessions.open(scene.scheme(), roccaverde, ""));
        });
    }

    @Test
    void theLifeOfAnAccessionIsRecordedActByActWithItsPapers() throws Exception {
        act("deliberazione", 0, approval(), file("deliberaFile", "delibera 12.pdf"))
                .andExpect(redirectedUrl(accession));
        act("firma", 1, signature(), file("agreementFile", "convenzione.pdf")).andExpect(redirectedUrl(accession));
        act("controfirma", 2, countersignature()).andExpect(redirectedUrl(accession));

        show(Role.OPERATORE)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Scaduta")))
                .andExpect(content().string(containsString("n. 12 del 10/01/2017")))
                .andExpect(content().string(containsString("27/01/2017")))
                .andExpect(content().string(containsString("00002619 del 21/02/2017")))
                .andExpect(content().string(containsString("delibera 12.pdf")))
                .andExpect(content().string(containsString("Firma di Bruno Bianchi (Sindaco) il 01/02/2017")))
                .andExpect(content().string(containsString("Registrato il")));
    }

    @Test
    void theListShowsWhatTheOfficeKnowsOfEachAccession() throws Exception {
        cast.at(
                Cast.COLLI,
                () -> organizations.record(
                        roccaverde,
                        new Figure(
                                FigureKind.RESIDENTS,
                                Scene.day("2013-12-31"),
                                BigDecimal.valueOf(8757),
                                "ISTAT",
                                null)));
        act("deliberazione", 0, approval(), file("deliberaFile", "delibera.pdf"));
        act("firma", 1, signature(), file("agreementFile", "convenzione.pdf"));
        String name = cast.at(Cast.COLLI, () -> organizations.get(roccaverde).fullName());

        String csv = web.perform(get(Addresses.ACCESSIONS + "/convenzioni-erogate.csv")
                        .param("q", name)
                        .with(cast.with(Role.OPERATORE, Cast.COLLI)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(csv.lines().findFirst().orElseThrow())
                .endsWith("Convenzione;Ente;Firmatario;Data firma;Delibera;Convenzione firmata;Abitanti;Imprese;Note;"
                        + "Stato;Ultimo giorno");
        assertThat(csv)
                .contains(name + ";Bruno Bianchi;01/02/2017;n. 12 del 10/01/2017;Presente;8757;;;Firmata dall'ente;");
        web.perform(get(Addresses.ACCESSIONS)
                        .param("q", name)
                        .param("stato", "Attiva")
                        .with(cast.with(Role.OPERATORE, Cast.COLLI)))
                .andExpect(content().string(not(containsString("Bruno Bianchi"))));
    }

    @Test
    void whatWasTypedStaysWhenSomethingIsMissing() throws Exception {
        act("deliberazione", 0, Map.of("approvedBy", "COUNCIL", "number", "12 <bis>", "date", "2017-01-10"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"12 &lt;bis>\"")))
                .andExpect(content().string(containsString("Scrivi il giorno di inizio della pubblicazione")))
                .andExpect(content().string(containsString("aria-describedby=\"aiuto-published errore-published\"")));
    }

    @Test
    void anActOutOfTurnIsRefusedAndSaysWhatIsPossible() throws Exception {
        act("firma", 0, signature())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("l'adesione è bozza")))
                .andExpect(content().string(containsString("value=\"Bruno Bianchi\"")));
        web.perform(get(accession + "/controfirma").with(cast.coordinatore(Cast.COLLI)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void anActOnSomethingChangedMeanwhileIsNotLost() throws Exception {
        accessionIsAnnotatedBySomeoneElse();

        act("deliberazione", 0, approval())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"12\"")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
        act("deliberazione", 1, approval()).andExpect(redirectedUrl(accession));
    }

    @Test
    void theSecondToEditTheNotesSeesTheOtherText() throws Exception {
        accessionIsAnnotatedBySomeoneElse();

        web.perform(post(accession + "/note")
                        .param("version", "0")
                        .param("notes", "Le mie note")
                        .with(cast.coordinatore(Cast.COLLI)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Le mie note")))
                .andExpect(content().string(containsString("Note di un altro")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      upload                        | name         | starts with | megabytes | answer
      a program renamed             | delibera.pdf | MZ          | 0         | non contiene quello che dice il suo nome
      a page                        | atto.html    | <html>      | 0         | non può essere accolto
      sixteen megabytes             | atto.pdf     | %PDF-1.7    | 16        | supera 15 MB
      """)
    void badFilesAreRefusedAndTheActIsNotRecorded(
            String upload, String name, String start, int megabytes, String answer) throws Exception {
        byte[] beginning = start.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(beginning, Math.max(beginning.length, megabytes * 1024 * 1024));

        act("deliberazione", 0, approval(), new MockMultipartFile("deliberaFile", name, "application/pdf", bytes))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)))
                .andExpect(content().string(containsString("value=\"12\"")));
        show(Role.COORDINATORE).andExpect(content().string(containsString("Bozza")));
    }

    @Test
    void aFileIsSavedAndNeverShownInThePage() throws Exception {
        MockMultipartHttpServletRequestBuilder upload = multipart(accession + "/documenti");
        web.perform(upload.file(file("file", "carta d'identità.pdf"))
                        .param("role", "OTHER")
                        .with(cast.with(Role.AMMINISTRATIVO, Cast.COLLI)))
                .andExpect(redirectedUrl(accession));
        String page = show(Role.OPERATORE).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        String address = page.replaceAll("(?s).*\"(/gestione/documenti/\\d+)\".*", "$1");

        web.perform(get(address).with(cast.with(Role.OPERATORE, Cast.COLLI)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("Content-Disposition", containsString("identit%C3%A0.pdf")));
        web.perform(get(address).with(cast.coordinatore("lecce"))).andExpect(status().isNotFound());
        web.perform(get(address).with(cast.with(Role.REDATTORE, Cast.COLLI))).andExpect(status().isForbidden());
    }

    @Test
    void whoOnlyReadsSeesNoActs() throws Exception {
        show(Role.OPERATORE).andExpect(content().string(not(containsString("Che cosa registrare"))));
        show(Role.AMMINISTRATIVO).andExpect(content().string(containsString("Che cosa registrare")));
        web.perform(get(accession).with(cast.with(Role.REDATTORE, Cast.COLLI))).andExpect(status().isForbidden());
    }

    @Test
    void anotherBodyTakesAShareOfTheQuota() throws Exception {
        OrganizationId other = cast.at(Cast.COLLI, () -> new Scene(organizations, agreements).comune("Montefiore"));
        String name = cast.at(Cast.COLLI, () -> organizations.get(other).fullName());

        payer(other, "40,5").andExpect(redirectedUrl(accession));
        show(Role.OPERATORE)
                .andExpect(content().string(containsString(name)))
                .andExpect(content().string(containsString("40,5 %")));
        payer(other, "70")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"70\"")));
        payer(roccaverde, "10")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("scegli un altro ente")));
    }

    @Test
    void aDraftCanBeThrownAwayAndAnAccessionCannot() throws Exception {
        act("deliberazione", 0, approval());
        web.perform(post(accession + "/eliminazione").with(cast.coordinatore(Cast.COLLI)))
                .andExpect(status().isUnprocessableContent());
        act("annullamento", 1, Map.of("reason", "Riferita a un altro ente")).andExpect(redirectedUrl(accession));
        show(Role.OPERATORE).andExpect(content().string(containsString("Motivo: Riferita a un altro ente")));

        web.perform(post(accession + "/eliminazione").with(cast.coordinatore(Cast.COLLI)))
                .andExpect(redirectedUrl(Addresses.ACCESSIONS));
        show(Role.OPERATORE).andExpect(status().isNotFound());
    }

    private ResultActions act(String noun, int version, Map<String, String> fields, MockMultipartFile... files)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(accession + "/" + noun);
        List.of(files).forEach(request::file);
        fields.forEach(request::param);
        request.param("version", Integer.toString(version));
        return web.perform(request.with(cast.with(Role.AMMINISTRATIVO, Cast.COLLI)));
    }

    private ResultActions show(Role role) throws Exception {
        return web.perform(get(accession).with(cast.with(role, Cast.COLLI)));
    }

    private ResultActions payer(OrganizationId payer, String share) throws Exception {
        return web.perform(post(accession + "/paganti")
                .param("payer", payer.toString())
                .param("share", share)
                .param("fromYear", "2016")
                .with(cast.coordinatore(Cast.COLLI)));
    }

    private void accessionIsAnnotatedBySomeoneElse() {
        var id = AccessionId.valueOf(accession.substring(accession.lastIndexOf('/') + 1));
        cast.at(Cast.COLLI, () -> accessions.annotate(id, 0, "Note di un altro"));
    }

    private static MockMultipartFile file(String field, String name) {
        return new MockMultipartFile(field, name, "application/octet-stream", PDF);
    }

    private static Map<String, String> approval() {
        return Map.of("approvedBy", "COUNCIL", "number", "12", "date", "2017-01-10", "published", "16/01/2017");
    }

    private static Map<String, String> signature() {
        return Map.of("signatory", "Bruno Bianchi", "office", "Sindaco", "date", "2017-02-01");
    }

    private static Map<String, String> countersignature() {
        return Map.of(
                "date", "2017-02-20",
                "protocol", "00002619",
                "protocolDate", "2017-02-21",
                "from", "2017-02-01",
                "to", "2020-12-31");
    }
}
