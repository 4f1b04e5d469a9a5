// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.FormInput;
import it.opencit.tariffs.TariffVersion.State;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpenCitTest
class TariffPagesTest {

    private static final String CENTRE = "tariffe";
    private static final String QUOTA = "brescia-2015-2020/quota";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Tariffs tariffs;

    @Autowired
    Kits kits;

    private final String code = "colli-" + UUID.randomUUID() + "/quota";

    @Test
    void theListShowsTheVersionsAndLeavesAsCsv() throws Exception {
        draft();
        web.perform(get("/gestione/tariffe?q=" + code).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isOk())
                .andExpect(shows(code, "bozza", "01/01/2015"))
                .andExpect(content().string(not(containsString("Nuova bozza"))));
        web.perform(get("/gestione/tariffe/tariffe.csv?q=" + code).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(shows(code));
        web.perform(get("/gestione/tariffe/corredi?q=lecco posta").with(cast.coordinatore(CENTRE)))
                .andExpect(shows("lecco-2018-2022/posta"))
                .andExpect(content().string(not(containsString("avellino/quota"))));
    }

    @Test
    void aTariffIsToldInItalianWithWhatIsToBeConfirmed() throws Exception {
        web.perform(get("/gestione/tariffe/corredi/" + QUOTA).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isOk())
                .andExpect(shows(
                        "Non oltre l'importo del 2013",
                        "da 5.001 a 10.000",
                        "€ 0,125",
                        "<span class=\"oc-mark\">da confermare</span>",
                        "abitanti: al 31/12/2013",
                        "n. 29/2016"));
        for (Tariff tariff : kits.tariffs()) {
            web.perform(get("/gestione/tariffe/corredi/" + tariff.code()).with(cast.coordinatore(CENTRE)))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void twoTariffsAreComparedLineByLine() throws Exception {
        web.perform(get("/gestione/tariffe/confronto?prima=brescia-2015-2020/pec&dopo=brescia-2026-2036/pec")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isOk())
                .andExpect(shows("Regole › Franchigia › Unità comprese", "<del>1</del>", "<ins>4</ins>"));
        web.perform(get("/gestione/tariffe/confronto?prima=99999999&dopo=niente/niente")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aKitTariffIsAdoptedOnce() throws Exception {
        String address = "/gestione/tariffe/corredi/avellino/quota";
        web.perform(post(address + "/adozione").with(cast.with(Role.AMMINISTRATIVO, CENTRE)))
                .andExpect(status().isFound());
        assertThat(at(() -> tariffs.inForce("avellino/quota", 2026))).isPresent();
        web.perform(post(address + "/adozione").with(cast.coordinatore(CENTRE))).andExpect(redirectedUrl(address));
        web.perform(post(address + "/adozione").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aDraftComesInForceOnlyWithItsAct() throws Exception {
        long id = draft();
        String address = "/gestione/tariffe/" + id + "/entrata-in-vigore";
        web.perform(post(address)
                        .with(cast.coordinatore(CENTRE))
                        .param("actKind", "Delibera")
                        .param("validFrom", "2027-01-01")
                        .param("version", "0"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(shows("Indica chi ha adottato", "Indica il numero", "Indica la data", "2027-01-01"));
        web.perform(inForce(address).with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(inForce(address).with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl("/gestione/tariffe/" + id));
        TariffVersion version = at(() -> tariffs.version(id));
        assertThat(version.state()).isEqualTo(State.IN_FORCE);
        assertThat(version.tariff().validFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(version.tariff().act())
                .isEqualTo(new Act("Delibera", "Assemblea", "7", LocalDate.of(2026, 11, 20), null));

        web.perform(get("/gestione/tariffe/" + id).with(cast.coordinatore(CENTRE)))
                .andExpect(shows("Delibera, Assemblea n. 7 del 20/11/2026"))
                .andExpect(content().string(not(containsString("Elimina la bozza"))));
        for (String act : new String[] {"modifica", "eliminazione", "entrata-in-vigore"}) {
            web.perform(inForce("/gestione/tariffe/" + id + "/" + act).with(cast.coordinatore(CENTRE)))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(shows("in vigore e non si modifica"));
        }
    }

    @Test
    void anImportedFileBecomesADraftAndLeavesAsItCame() throws Exception {
        String json = TariffJson.write(kits.find(QUOTA).orElseThrow()).replace(QUOTA, code);
        var file =
                new MockMultipartFile("file", "quota.json", "application/json", json.getBytes(StandardCharsets.UTF_8));
        String address = web.perform(
                        multipart("/gestione/tariffe/importazione").file(file).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String exported = web.perform(get(address + "/tariffa.json").with(cast.with(Role.OPERATORE, CENTRE)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(TariffJson.read(exported).tree())
                .isEqualTo(kits.find(QUOTA).orElseThrow().tree());
        assertThat(TariffJson.read(exported).act()).isNull();
        assertThat(TariffJson.read(exported).centre()).isEqualTo(CENTRE);
    }

    @Test
    void aWrongFileIsRefusedWithItsPathAndStaysInThePage() throws Exception {
        web.perform(multipart("/gestione/tariffe/importazione")
                        .with(cast.coordinatore(CENTRE))
                        .param("json", "{\"code\":\"a/b\",\"titolo\":\"Mio\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(shows("titolo: campo sconosciuto", "\"titolo\":\"Mio\""));
        web.perform(multipart("/gestione/tariffe/importazione")
                        .with(cast.coordinatore(CENTRE))
                        .param("json", "{\n  \"code\": ,"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(shows("alla riga 2"));
        web.perform(multipart("/gestione/tariffe/importazione").with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(shows("Scegli il file"));
    }

    @Test
    void theEditorOpensEmptyOrFromAnyShippedTariff() throws Exception {
        web.perform(get("/gestione/tariffe/nuova").with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(shows("Nuova bozza", "Aggiungi qui"));
        web.perform(get("/gestione/tariffe/nuova?da=" + QUOTA).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(shows("€ 1.973,63", "value=\"2021-01-01\"", CENTRE + "-"));
        for (Tariff tariff : kits.tariffs()) {
            web.perform(get("/gestione/tariffe/nuova?da=" + tariff.code()).with(cast.coordinatore(CENTRE)))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void anActOfTheEditorSendsTheFormBackChangedAndStoresNothing() throws Exception {
        long id = draft();
        web.perform(form("/gestione/tariffe/" + id + "/modifica", tariff())
                        .param("act", "wrap n")
                        .param("n.wrap", "discount")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(shows("name=\"n.percent\"", "name=\"n-0-0.kinds\""));
        assertThat(at(() -> tariffs.version(id)).version()).isZero();
    }

    @Test
    void theEditorSavesANewDraftAndThenItsChanges() throws Exception {
        String address = Objects.requireNonNull(web.perform(form("/gestione/tariffe/nuova", tariff())
                        .param("act", "save")
                        .param("derivedFrom", QUOTA)
                        .with(cast.with(Role.AMMINISTRATIVO, CENTRE)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        web.perform(form(address + "/modifica", renamed("Quota nuova"))
                        .param("act", "save")
                        .param("version", "0")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(address));
        web.perform(get(address).with(cast.coordinatore(CENTRE))).andExpect(shows("Quota nuova", QUOTA));
    }

    @Test
    void whatIsMissingIsSaidInItsFieldAndTheRestStays() throws Exception {
        web.perform(post("/gestione/tariffe/nuova")
                        .param("act", "save")
                        .param("code", code)
                        .param("title", "Appena scritto")
                        .param("validFrom", "2027-01-01")
                        .param("n.type", "fixed")
                        .param("n.amount", "cento")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(shows("«cento» non è un numero", "Appena scritto", "href=\"#campo-n.amount\""));
    }

    @Test
    void theSecondEditorIsShownBothTexts() throws Exception {
        long id = draft();
        String address = "/gestione/tariffe/" + id + "/modifica";
        web.perform(form(address, renamed("Titolo del primo"))
                        .param("act", "save")
                        .param("version", "0")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound());
        web.perform(form(address, renamed("Titolo del secondo"))
                        .param("act", "save")
                        .param("version", "0")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(shows(
                        "<del>Titolo del primo</del>", "<ins>Titolo del secondo</ins>", "Valore salvato da altri"));
    }

    @Test
    void thePreviewFollowsWhatIsTyped() throws Exception {
        web.perform(form("/gestione/tariffe/anteprima", tariff())
                        .param("s.0.kind", "COMUNE")
                        .param("s.0.residents", "8757")
                        .param("s.0.businesses", "879")
                        .param("previewYear", "2019")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(shows("€ 1.973,63", "8.757 abitanti"))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void aDraftIsDiscarded() throws Exception {
        long id = draft();
        web.perform(post("/gestione/tariffe/" + id + "/eliminazione")
                        .param("version", "0")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl("/gestione/tariffe"));
        web.perform(get("/gestione/tariffe/" + id).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isNotFound());
    }

    @Test
    void draftsWaitOnTheHomePage() throws Exception {
        draft();
        web.perform(get("/gestione").with(cast.coordinatore(CENTRE))).andExpect(shows("in bozza", "Tariffe in vigore"));
    }

    private long draft() {
        return at(() -> tariffs.draft(tariff(), QUOTA));
    }

    private Tariff tariff() {
        return renamed("Quota dei Colli");
    }

    private Tariff renamed(String title) {
        Tariff quota = kits.find(QUOTA).orElseThrow();
        return new Tariff(
                code,
                title,
                CENTRE,
                quota.validFrom(),
                null,
                null,
                quota.figureDates(),
                quota.quantities(),
                quota.tree(),
                quota.vat(),
                quota.notes());
    }

    private <T> T at(Supplier<T> work) {
        return Acting.as(cast.centre(CENTRE).id(), "anna", work);
    }

    private static MockHttpServletRequestBuilder form(String address, Tariff tariff) {
        MockHttpServletRequestBuilder request = post(address);
        FormInput form = TariffForm.of(tariff);
        form.values()
                .keySet()
                .forEach(field -> request.param(field, form.all(field).toArray(String[]::new)));
        return request;
    }

    private static MockHttpServletRequestBuilder inForce(String address) {
        return post(address)
                .param("actKind", "Delibera")
                .param("actBody", "Assemblea")
                .param("actNumber", "7")
                .param("actDate", "20/11/2026")
                .param("validFrom", "2027-01-01")
                .param("version", "0");
    }

    private static ResultMatcher shows(String... texts) {
        return result -> assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains(texts);
    }
}
