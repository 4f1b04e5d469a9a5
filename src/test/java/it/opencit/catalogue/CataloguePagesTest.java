// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

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
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FieldType;
import it.opencit.shared.forms.FormField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpenCitTest
class CataloguePagesTest {

    private static final String CENTRE = "catalogo-pagine";
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Catalogue catalogue;

    @Test
    void aServiceIsWrittenShownListedAndExported() throws Exception {
        String address = saved(written("/gestione/catalogo/nuovo", "pec-pagine", "Caselle PEC", "")
                .param("price-0-charge", "YEARLY")
                .param("price-0-tariff", "brescia-2015-2020/pec")
                .param("price-0-from", "2015-01-01")
                .param("price-0-to", "2020-12-31")
                .param("price-1-charge", "YEARLY")
                .param("price-1-tariff", "brescia-2026-2036/pec")
                .param("price-1-from", "2026-01-01")
                .param("price-2-tariff", "")
                .param("kind-COMUNE", "si")
                .param("maxResidents", "5.000"));

        web.perform(get(address).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Solo enti convenzionati: Comune, fino a 5.000 abitanti")))
                .andExpect(content().string(containsString("/gestione/tariffe/corredi/brescia-2026-2036/pec")))
                .andExpect(content().string(containsString("il centro non l'ha ancora messa in vigore")))
                .andExpect(content().string(containsString("Unità comprese")))
                .andExpect(content().string(containsString("dal 01/01/2015 al 31/12/2020")))
                .andExpect(content().string(containsString("Modifica la scheda")))
                .andExpect(content().string(not(containsString("Modifica il servizio"))));
        web.perform(get("/gestione/catalogo?q=pec-pagine&classe=SURCHARGE&canone=YEARLY&offerta=si")
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("1 riga")))
                .andExpect(content().string(containsString(">Caselle PEC</a>")))
                .andExpect(content().string(not(containsString("Aggiungi un servizio"))));
        web.perform(get("/gestione/catalogo?q=pec-pagine&classe=BASE").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Nessuna riga con questi filtri")));
        web.perform(get("/gestione/catalogo/catalogo-dei-servizi.csv?q=pec-pagine")
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Caselle PEC;pec-pagine;A quota maggiorata")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                                   | field           | value             | answer
      no name                                | title           | ''                | Scrivi il nome del servizio
      a code with capitals                   | code            | Firma Digitale    | usa lettere minuscole
      no class                               | offeringClass   | ''                | Scegli una voce
      a class that is not                    | offeringClass   | GRATIS            | Scegli una voce
      paid once but goes on                  | fee             | ONE_OFF           | Non prosegue
      a date that is not                     | offeredFrom     | 31/02/2026        | non esiste
      it ends before it starts               | offeredTo       | 2014-12-31        | non può precedere il primo
      no inhabitants                         | maxResidents    | 0                 | maggiore di zero
      a partner that is not                  | partner         | 999999            | Scegli una voce
      a price without its tariff             | price-0-tariff  | ''                | Scegli la tariffa di questo prezzo
      a tariff that is not                   | price-0-tariff  | colli/niente      | Non c&#39;è una tariffa con il codice «colli/niente»
      a price that ends before it starts     | price-0-to      | 2014-01-01        | di un prezzo non può precedere
      """)
    void slipsAreShownBesideTheirField(String slip, String field, String value, String answer) throws Exception {
        MockHttpServletRequestBuilder request = written("/gestione/catalogo/nuovo", "scivoloni", "Scivoloni", "");
        request.param("price-0-charge", "YEARLY")
                .param("price-0-tariff", "brescia-2015-2020/pec")
                .param("price-0-from", "2015-01-01")
                .param("summary", "Quello che ho scritto resta");

        String page = web.perform(with(request, field, value).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Quello che ho scritto resta")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.replace("'", "&#39;")).contains(answer.replace("'", "&#39;"));
    }

    @Test
    void twoPricesOnTheSameDayAreRefusedByName() throws Exception {
        web.perform(written("/gestione/catalogo/nuovo", "sovrapposti", "Sovrapposti", "")
                        .param("price-0-charge", "YEARLY")
                        .param("price-0-tariff", "brescia-2015-2020/pec")
                        .param("price-0-from", "2015-01-01")
                        .param("price-1-charge", "YEARLY")
                        .param("price-1-tariff", "brescia-2021-2025/pec")
                        .param("price-1-from", "2021-01-01")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(containsString(
                                "brescia-2015-2020/pec e brescia-2021-2025/pec si sovrappongono dal 01/01/2021")));
    }

    @Test
    void theSecondToEditSeesWhatTheFirstSaved() throws Exception {
        String address = saved(written("/gestione/catalogo/nuovo", "in-due", "In due", ""));
        saved(written(address + "/modifica", "in-due", "Nome del primo", "0"));

        web.perform(written(address + "/modifica", "in-due", "Nome del secondo", "0")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Nome del secondo\"")))
                .andExpect(content().string(containsString("<strong>Nome del primo</strong>")));
    }

    @Test
    void anEditorWritesTheSheetAndItsAttachments() throws Exception {
        OfferingId id = cast.at(CENTRE, () -> catalogue.add(Scene.service("scheda")));
        String address = "/gestione/catalogo/" + id;
        web.perform(post(address + "/scheda")
                        .param("version", "0")
                        .param("subject", "Caselle <b>certificate</b>")
                        .param("duties", "Firmare il modulo")
                        .param("onlineNow", "2")
                        .param("onlinePlanned", "4")
                        .param("personInCharge", "Il dirigente")
                        .param("then", "PUBLISHED")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(redirectedUrl(address));
        web.perform(multipart(address + "/allegati/nuovo")
                        .file(new MockMultipartFile("file", "determina.pdf", "application/pdf", PDF))
                        .param("title", "Schema di determina")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(redirectedUrl(address));
        long attachment = cast.at(
                CENTRE, () -> catalogue.sheet(id).attachments().getFirst().id());

        web.perform(get(address).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Caselle &lt;b&gt;certificate")))
                .andExpect(content().string(containsString("2 - Modulo da scaricare")))
                .andExpect(content().string(containsString("4 - Intera pratica online")))
                .andExpect(content().string(containsString("Schema di determina")));
        web.perform(get(address + "/allegati/" + attachment).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(header().string("Content-Disposition", containsString("determina.pdf")))
                .andExpect(content().bytes(PDF));
        web.perform(post(address + "/scheda")
                        .param("version", "0")
                        .param("subject", "Il mio testo")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il mio testo")))
                .andExpect(content().string(containsString("<strong>Firmare il modulo</strong>")));
        web.perform(multipart(address + "/allegati/nuovo")
                        .file(new MockMultipartFile("file", "virus.exe", "application/pdf", new byte[] {77, 90}))
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(address + "/allegati/" + attachment + "/rimozione").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(redirectedUrl(address));
        assertThat(cast.at(CENTRE, () -> catalogue.sheet(id)).attachments()).isEmpty();
    }

    @Test
    void aChangedRequestFormBecomesTheNextVersion() throws Exception {
        OfferingId id = cast.at(CENTRE, () -> catalogue.add(Scene.service("modulo-pagine")));
        String address = "/gestione/catalogo/" + id;
        web.perform(post(address + "/modulo")
                        .param("version", "1")
                        .param("field-0-label", "Fornitore di oggi")
                        .param("field-0-type", "CHOICE")
                        .param("field-0-options", "Uno\nDue")
                        .param("field-0-position", "2")
                        .param("field-1-label", "Dominio")
                        .param("field-1-type", "TEXT")
                        .param("field-1-required", "si")
                        .param("field-1-position", "1")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(address));

        RequestForm form = cast.at(CENTRE, () -> catalogue.form(id));
        assertThat(form.version()).isEqualTo(2);
        assertThat(form.fields())
                .containsExactly(
                        new FormField("dominio", "Dominio", FieldType.TEXT, true, List.of(), ""),
                        new FormField(
                                "fornitore-di-oggi",
                                "Fornitore di oggi",
                                FieldType.CHOICE,
                                false,
                                List.of("Uno", "Due"),
                                ""));
        web.perform(get(address).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Versione 2")))
                .andExpect(content().string(containsString(address + "/modulo/1")));
        web.perform(get(address + "/modulo/1").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Nessun campo proprio")));
        web.perform(get(address + "/modulo/9").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isNotFound());
        web.perform(post(address + "/modulo")
                        .param("version", "1")
                        .param("field-0-label", "Un altro")
                        .param("field-0-type", "DATE")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ha salvato la versione 2")));
        web.perform(post(address + "/modulo")
                        .param("version", "2")
                        .param("field-0-label", "Scelta")
                        .param("field-0-type", "CHOICE")
                        .param("field-0-options", "Una sola")
                        .param("field-1-label", "Scelta")
                        .param("field-1-type", "TEXT")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("almeno due voci")))
                .andExpect(content().string(containsString("lo stesso nome breve")));
    }

    @Test
    void aKitIsTakenOnceAndForAll() throws Exception {
        String centre = "catalogo-corredo";
        web.perform(get("/gestione/catalogo").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Prendi i servizi da un corredo")));
        web.perform(post("/gestione/catalogo/corredi/lecco").with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl("/gestione/catalogo"));
        assertThat(cast.at(centre, () -> catalogue.offerings())).hasSize(13);
        assertThat(cast.at(centre, () -> catalogue.adopt("lecco"))).isZero();
        assertThat(cast.at(centre, () -> catalogue.suppliers()))
                .extracting(Supplier::name)
                .containsExactly("3PItalia");
        web.perform(get("/gestione/catalogo/corredi").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Presi tutti")));
        web.perform(post("/gestione/catalogo/corredi/roma").with(cast.coordinatore(centre)))
                .andExpect(status().isNotFound());
    }

    @Test
    void theDemonstrationOfBresciaHasItsCatalogueWithTheTariffsInForce() throws Exception {
        OfferingId pagopa = cast.at(
                Cast.BRESCIA, () -> catalogue.byCode("pagopa").orElseThrow().id());

        web.perform(get("/gestione/catalogo/" + pagopa).with(cast.with(Role.OPERATORE, Cast.BRESCIA)))
                .andExpect(content().string(containsString("Attivazione, Regione Lombardia")))
                .andExpect(content().string(containsString("€ 1.500,00")))
                .andExpect(content().string(containsString("da 5.001 a 10.000")))
                .andExpect(content().string(containsString("La tariffa vale fino al 31/12/2020")))
                .andExpect(content().string(containsString("Intermediazione tecnologica PagoPA")));
        assertThat(cast.at(Cast.BRESCIA, () -> catalogue.offeredOn(LocalDate.of(2019, 1, 1))))
                .hasSize(25);
        assertThat(cast.at("genova", () -> catalogue.offerings())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Role.class)
    void onlyWhoMayWritesAndOnlyTheStaffReads(Role role) throws Exception {
        OfferingId id = cast.at(
                CENTRE,
                () -> catalogue
                        .byCode("ruoli")
                        .map(Offering::id)
                        .orElseGet(() -> catalogue.add(Scene.service("ruoli"))));
        boolean staff = role != Role.REFERENTE && role != Role.FORNITORE;
        boolean writer = role == Role.COORDINATORE || role == Role.AMMINISTRATIVO;
        boolean sheets = writer || role == Role.REDATTORE;

        for (String read : List.of("", "/" + id)) {
            expect(get("/gestione/catalogo" + read), role, staff);
        }
        for (String read : List.of("/gestione/fornitori", "/gestione/fornitori/contratti")) {
            expect(get(read), role, staff);
        }
        for (String write : List.of("/nuovo", "/corredi", "/" + id + "/modifica", "/" + id + "/modulo")) {
            expect(get("/gestione/catalogo" + write), role, writer);
        }
        expect(get("/gestione/fornitori/nuovo"), role, writer);
        expect(get("/gestione/fornitori/contratti/nuovo"), role, writer);
        expect(get("/gestione/catalogo/" + id + "/scheda"), role, sheets);
        expect(get("/gestione/catalogo/" + id + "/allegati/nuovo"), role, sheets);
    }

    private void expect(MockHttpServletRequestBuilder request, Role role, boolean allowed) throws Exception {
        web.perform(request.with(cast.with(role, CENTRE)))
                .andExpect(allowed ? status().isOk() : status().isForbidden());
    }

    private String saved(MockHttpServletRequestBuilder request) throws Exception {
        return String.valueOf(web.perform(request.with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    /** The same request with one parameter otherwise. */
    private static MockHttpServletRequestBuilder with(
            MockHttpServletRequestBuilder request, String field, String value) {
        return request.with(sent -> {
            sent.setParameter(field, value);
            return sent;
        });
    }

    private static MockHttpServletRequestBuilder written(String address, String code, String title, String version) {
        Period offered = new Period(LocalDate.of(2015, 1, 1), null);
        return post(address)
                .param("code", code)
                .param("title", title)
                .param("offeringClass", "SURCHARGE")
                .param("level", "BASE")
                .param("area", "BACK_OFFICE")
                .param("fee", "YEARLY")
                .param("continuation", "TACIT")
                .param("membersOnly", "si")
                .param("sharing", "EACH")
                .param("offeredFrom", offered.from().toString())
                .param("version", version);
    }
}
