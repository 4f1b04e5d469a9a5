// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpenCitTest
class CampaignPagesTest {

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    MockMvc web;

    @Autowired
    AutowireCapableBeanFactory beans;

    private final Stage stage = new Stage();
    private final String centre = Stage.newCentre();

    private OfferingId payments = new OfferingId(0);
    private OrganizationId roccaverde = new OrganizationId(0);

    @BeforeEach
    void aMember() {
        beans.autowireBean(stage);
        clock.moveTo(Stage.TODAY);
        cast.at(centre, () -> {
            payments = stage.payments();
            roccaverde = stage.member("Roccaverde", "referente@roccaverde.example");
            stage.member("Senza Posta");
            stage.uses(roccaverde, payments, "Regione Lombardia", Map.of());
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aCampaignIsPreparedOpenedAndFollowedOnItsBoard() throws Exception {
        String address = String.valueOf(create(form()).andReturn().getResponse().getRedirectedUrl());
        assertThat(address).startsWith("/gestione/campagne/");
        web.perform(get(address).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("In preparazione")))
                .andExpect(content().string(containsString("2 da invitare")));
        web.perform(post(address + "/apertura").param("version", "0").with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl(address));
        CampaignId id = CampaignId.valueOf(address.substring("/gestione/campagne/".length()));
        cast.at(
                centre,
                () -> stage.campaigns.answer(
                        id, roccaverde, Stage.answers(LineReply.of(payments, LineAnswer.GIVE_UP)), "Elena Riva"));

        web.perform(get(address).with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("Aperta")))
                .andExpect(content().string(containsString("mancano 19 giorni")))
                .andExpect(content().string(containsString("Elena Riva")))
                .andExpect(content().string(containsString("Nessun indirizzo")))
                .andExpect(content().string(containsString("Mai aperta")))
                .andExpect(content().string(not(containsString("Chiudi la campagna"))));
        web.perform(get(address).param("stato", "Inviata").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("1 riga")))
                .andExpect(content().string(containsString("Chiudi la campagna")));
        web.perform(get(address + "/schede.csv").with(cast.coordinatore(centre)))
                .andExpect(
                        content().string(containsString("Comune di Roccaverde;Inviata;Elena Riva;01/12/2026 10:00")));
        String lines = web.perform(get(address + "/righe/righe.csv").with(cast.coordinatore(centre)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(lines).contains("Comune di Roccaverde;PagoPA;sì;Inviata;Rinuncia");
        web.perform(get("/gestione/enti/" + roccaverde).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Scheda inviata: Conferma dei servizi 2027")));
        web.perform(get("/gestione").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Conferma dei servizi 2027: manca una scheda")));
    }

    @Test
    void closingIsSeenBeforeItIsDoneAndDecidedAfterwards() throws Exception {
        CampaignId id = cast.at(centre, () -> stage.open());
        String address = "/gestione/campagne/" + id;
        String preview = web.perform(get(address + "/chiusura").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("niente è ancora cambiato")))
                .andExpect(content().string(containsString("Da decidere")))
                .andExpect(content().string(containsString("La scadenza è il 20/12/2026")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String digest = preview.replaceAll("(?s).*name=\"digest\" value=\"(\\w+)\".*", "$1");
        web.perform(post(address + "/chiusura").param("digest", digest).with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Segna che hai controllato")));
        web.perform(post(address + "/chiusura")
                        .param("digest", digest)
                        .param("confirmed", "si")
                        .with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl(address));

        String decisions = web.perform(get(address + "/decisioni").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Comune di Roccaverde")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String line = decisions.replaceAll("(?s).*name=\"lines\" value=\"(\\d+)\".*", "$1");
        web.perform(post(address + "/decisioni")
                        .param("lines", line)
                        .param("decision", "TERMINATE")
                        .with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"" + line + "\" checked")))
                .andExpect(content().string(containsString("Scrivi il motivo")));
        web.perform(post(address + "/decisioni")
                        .param("lines", line)
                        .param("decision", "TERMINATE")
                        .param("reason", "Non risponde da due anni")
                        .with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl(address + "/decisioni"));
        web.perform(get(address + "/decisioni").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Niente da decidere")));
    }

    @Test
    void anAnswerOnPaperIsWrittenByTheCentreWithItsProtocol() throws Exception {
        CampaignId id = cast.at(centre, () -> stage.open());
        String address = "/gestione/campagne/" + id + "/enti/" + roccaverde;
        Map<String, String> paper = new LinkedHashMap<>(Map.of(
                "version",
                "0",
                "answer-" + payments,
                "RENEW",
                "figure-WORKSTATIONS",
                "15",
                "channel",
                "PEC",
                "replyBy",
                "Il sindaco Bruno Bianchi",
                "replyOn",
                "2026-12-02",
                "protocolNumber",
                "0002619",
                "protocolDate",
                "2026-12-01"));
        answer(address, paper)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il giorno è futuro")))
                .andExpect(content().string(containsString("Il sindaco Bruno Bianchi")));
        paper.put("replyOn", "2026-11-30");
        paper.put("protocolNumber", "2619/A");
        answer(address, paper).andExpect(status().isUnprocessableContent());
        paper.put("protocolNumber", "0002619");
        answer(address, paper).andExpect(redirectedUrl(address));

        web.perform(get(address).with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("protocollo 0002619 del 01/12/2026")))
                .andExpect(content().string(containsString("Scheda in PDF")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                      | field        | typed        | answer
      no title                  | title        | ''           | Scrivi il titolo
      a deadline in the past    | closesOn     | 2026-11-30   | La scadenza viene prima
      no deadline               | closesOn     | ''           | Scrivi la scadenza
      a date that is none       | closesOn     | 31/02/2027   | 31/02/2027
      a year gone by            | year         | 2025         | va dal 2026
      days that are words       | reminderDays | una settimana | separati da virgole
      a reminder before opening | reminderDays | 60           | Un sollecito 60 giorni prima
      """)
    void slipsOfTheFormAreToldAndWhatWasTypedStays(String slip, String field, String typed, String answer)
            throws Exception {
        Map<String, String> form = form();
        form.put(field, typed);
        form.put("text", "Testo da <tenere>");

        create(form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)))
                .andExpect(content().string(containsString("Testo da &lt;tenere")));
    }

    @Test
    void aTitleServesOnceAndAnOpenCampaignKeepsWhoItIsFor() throws Exception {
        CampaignId id = cast.at(centre, () -> stage.open());
        create(form())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già una campagna con questo titolo")));
        Map<String, String> other = form();
        other.put("year", "2028");
        other.put("version", "2");
        web.perform(with(post("/gestione/campagne/" + id + "/modifica"), other).with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non si cambiano più")));
        other.put("year", "2027");
        other.put("closesOn", "2026-12-31");
        web.perform(with(post("/gestione/campagne/" + id + "/modifica"), other).with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl("/gestione/campagne/" + id));
        web.perform(with(post("/gestione/campagne/" + id + "/modifica"), other).with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcun altro")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
      GET  |                  | true
      GET  | /righe           | true
      GET  | /enti/BODY       | true
      GET  | /schede.csv      | true
      GET  | /righe/righe.csv | true
      GET  | /modifica        | false
      GET  | /chiusura        | false
      GET  | /decisioni       | false
      GET  | /enti/BODY/risposta | false
      POST | /solleciti       | false
      POST | /apertura        | false
      POST | /preparazione    | false
      POST | /eliminazione    | false
      POST | /inviti          | false
      POST | /chiusura        | false
      POST | /chiusura/ripresa | false
      POST | /decisioni       | false
      POST | /modifica        | false
      POST | /enti/BODY/risposta | false
      POST | /enti/BODY/riapertura | false
      """)
    void onlyWhoMayReadsAndOnlyWhoWritesWrites(String method, String page, boolean read) throws Exception {
        CampaignId id = cast.at(centre, () -> stage.open());
        String address = "/gestione/campagne/" + id + (page == null ? "" : page.replace("BODY", roccaverde.toString()));
        var request = method.equals("GET") ? get(address) : post(address).param("version", "2");

        web.perform(request.with(cast.with(Role.REDATTORE, centre))).andExpect(status().isForbidden());
        var again = method.equals("GET") ? get(address) : post(address).param("version", "2");
        web.perform(again.with(cast.referente(roccaverde.value(), centre))).andExpect(status().isForbidden());
        var third = method.equals("GET") ? get(address) : post(address).param("version", "2");
        web.perform(third.with(cast.with(Role.OPERATORE, centre)))
                .andExpect(read ? status().isOk() : status().isForbidden());
    }

    private Map<String, String> form() {
        return new LinkedHashMap<>(Map.of(
                "title", "Conferma dei servizi 2027",
                "kind", "CONFIRMATION",
                "year", "2027",
                "opensOn", "2026-12-01",
                "closesOn", "2026-12-20",
                "reminderDays", "7, 1",
                "members", "ADERENTI",
                "withOthers", "si",
                "figure-WORKSTATIONS", "si"));
    }

    private ResultActions create(Map<String, String> form) throws Exception {
        return web.perform(with(post("/gestione/campagne/nuova"), form).with(cast.coordinatore(centre)));
    }

    private ResultActions answer(String address, Map<String, String> paper) throws Exception {
        return web.perform(with(post(address + "/risposta"), paper).with(cast.coordinatore(centre)));
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, Map<String, String> form) {
        form.forEach(request::param);
        return request;
    }
}
