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

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.cast.VeraPdf;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.access.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@OpenCitTest
class OwnSheetTest {

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    MockMvc web;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Sheets sheets;

    private final Stage stage = new Stage();
    private final String centre = Stage.newCentre();

    private OfferingId mailboxes = new OfferingId(0);
    private OfferingId payments = new OfferingId(0);
    private OfferingId portal = new OfferingId(0);
    private OrganizationId roccaverde = new OrganizationId(0);
    private OrganizationId vicina = new OrganizationId(0);
    private CampaignId campaign = new CampaignId(0);
    private String address = "";

    @BeforeEach
    void anOpenCampaign() {
        beans.autowireBean(stage);
        clock.moveTo(Stage.TODAY);
        cast.at(centre, () -> {
            mailboxes = stage.mailboxes();
            payments = stage.payments();
            portal = stage.plain("Portale istituzionale");
            roccaverde = stage.member("Roccaverde", "referente@roccaverde.example");
            vicina = stage.member("Vicina");
            stage.uses(roccaverde, mailboxes, "", Map.of("mailboxes", 3));
            stage.uses(vicina, payments, "Regione Lombardia", Map.of());
            campaign = stage.open();
        });
        address = "/area/campagne/" + campaign;
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void theSheetIsPrefilledWithWhatIsKnownAndWhatItWillCost() throws Exception {
        web.perform(get("/area/campagne").with(cast.referente(roccaverde.value(), centre)))
                .andExpect(content().string(containsString("Da inviare entro il 20/12/2026 (mancano 19 giorni)")));
        web.perform(get(address).with(cast.referente(roccaverde.value(), centre)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Posta certificata")))
                .andExpect(content().string(containsString("Oggi: 3 caselle")))
                .andExpect(content().string(containsString("Costo: € ")))
                .andExpect(content().string(containsString("Senza risposta prosegue da sé.")))
                .andExpect(content().string(containsString("Portale istituzionale")))
                .andExpect(content().string(containsString("Il centro conosce 10 (Prova, 31/12/2025)")))
                .andExpect(content().string(containsString("value=\"referente@roccaverde.example\"")));
        assertThat(sheet(roccaverde).openedBy()).isEqualTo("Anna Valenti");
    }

    @Test
    void aDraftIsKeptThenReadAgainAndSentAsADocument() throws Exception {
        save(0, answers("MORE", "5"), "").andExpect(redirectedUrl(address));
        web.perform(get(address).with(cast.referente(roccaverde.value(), centre)))
                .andExpect(content().string(containsString("value=\"MORE\" checked")))
                .andExpect(content().string(containsString("value=\"5\"")));

        save(1, answers("MORE", "6"), "riepilogo").andExpect(redirectedUrl(address + "/riepilogo"));
        web.perform(get(address + "/riepilogo").with(cast.referente(roccaverde.value(), centre)))
                .andExpect(content().string(containsString("Rinnova con altre quantità")))
                .andExpect(content().string(containsString("6 caselle")))
                .andExpect(content().string(containsString("Invia la scheda")));

        send(2).andExpect(redirectedUrl(address));
        web.perform(get(address).with(cast.referente(roccaverde.value(), centre)))
                .andExpect(content().string(containsString("inviata il 01/12/2026 10:00 da Anna Valenti")))
                .andExpect(content().string(not(containsString("Invia la scheda"))));
        byte[] pdf = web.perform(get(address + "/scheda.pdf").with(cast.referente(roccaverde.value(), centre)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(VeraPdf.failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        save(3, answers("RENEW", ""), "").andExpect(status().isUnprocessableContent());
    }

    @Test
    void whatIsMissingIsToldWithTheWayToIt() throws Exception {
        var answers = answers("MORE", "3"); // as many as it has: nothing is asked
        answers.put("figure-WORKSTATIONS", "");
        save(0, answers, "riepilogo").andExpect(redirectedUrl(address + "/riepilogo"));

        web.perform(get(address + "/riepilogo").with(cast.referente(roccaverde.value(), centre)))
                .andExpect(content().string(containsString("href=\"" + address + "#campo-figure-WORKSTATIONS\"")))
                .andExpect(content().string(containsString("scrivi la quantità che serve in tutto")))
                .andExpect(content().string(not(containsString("Invia la scheda</button>"))));
        send(1).andExpect(status().isUnprocessableContent());
        assertThat(sheet(roccaverde).state().stage()).isEqualTo(SheetStage.STARTED);
    }

    @Test
    void badInputIsToldInItsPlaceAndWhatWasTypedStays() throws Exception {
        var answers = answers("MORE", "cinque");
        answers.put("figure-WORKSTATIONS", "-4");
        answers.put("contact-1-name", "Ada <Abete>");
        answers.put("contact-1-role", "RTD");
        answers.put("contact-1-email", "ada senza chiocciola");
        answers.put("notes", "Torniamo a \"parlarne\"");
        save(0, answers, "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"cinque\"")))
                .andExpect(content().string(containsString("ada senza chiocciola")))
                .andExpect(content().string(containsString("Ada &lt;Abete>")))
                .andExpect(content().string(containsString("Torniamo a \"parlarne\"")))
                .andExpect(content().string(containsString("niente è stato salvato")));
        answers.put("quantity-" + mailboxes + "-mailboxes", "5");
        answers.put("contact-1-email", "");
        save(0, answers, "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi un numero da zero in su.")));
        assertThat(sheet(roccaverde).state().stage()).isEqualTo(SheetStage.UNTOUCHED);
    }

    @Test
    void ofTwoPeopleOfTheSameBodyTheSecondSeesBothTexts() throws Exception {
        save(0, answers("GIVE_UP", ""), "").andExpect(redirectedUrl(address));

        save(0, answers("RENEW", ""), "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo Anna Valenti ha salvato questa scheda")))
                .andExpect(content().string(containsString("Valore salvato da altri: <strong>Rinuncia</strong>")))
                .andExpect(content().string(containsString("value=\"RENEW\" checked")));
        save(1, answers("RENEW", ""), "").andExpect(redirectedUrl(address));
    }

    @Test
    void nobodySeesOrWritesTheSheetOfAnotherBody() throws Exception {
        save(0, answers("GIVE_UP", ""), "").andExpect(redirectedUrl(address));

        web.perform(get(address).with(cast.referente(vicina.value(), centre)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Roccaverde"))))
                .andExpect(content().string(containsString("PagoPA")));
        web.perform(get("/gestione/campagne/" + campaign + "/enti/" + roccaverde)
                        .with(cast.referente(vicina.value(), centre)))
                .andExpect(status().isForbidden());
        web.perform(get(address + "/scheda.pdf").with(cast.referente(vicina.value(), centre)))
                .andExpect(status().isNotFound());
        web.perform(get(address).with(cast.referente(roccaverde.value(), Cast.COLLI)))
                .andExpect(status().isNotFound());
        for (Role role : List.of(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE)) {
            web.perform(get(address).with(cast.with(role, centre))).andExpect(status().isForbidden());
        }
    }

    @Test
    void afterTheDeadlineItIsClosedUnlessTheCentreGivesMoreTime() throws Exception {
        save(0, answers("RENEW", ""), "").andExpect(redirectedUrl(address));
        send(1).andExpect(redirectedUrl(address));
        clock.moveTo(Stage.DEADLINE.plusDays(2));
        String staff = "/gestione/campagne/" + campaign + "/enti/" + roccaverde;
        web.perform(post(staff + "/riapertura")
                        .param("version", "2")
                        .param("until", "2026-12-21")
                        .with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("è già passato")));
        web.perform(post(staff + "/riapertura")
                        .param("version", "2")
                        .param("until", "2026-12-30")
                        .with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl(staff));

        save(3, answers("GIVE_UP", ""), "").andExpect(redirectedUrl(address));
        clock.moveTo(Stage.DEADLINE.plusDays(11));
        save(4, answers("RENEW", ""), "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il termine era il 30/12/2026")));
        web.perform(get("/area/campagne/" + campaign).with(cast.referente(vicina.value(), centre)))
                .andExpect(content().string(containsString("Il termine era il 20/12/2026")));
    }

    private Map<String, String> answers(String mailboxesAnswer, String boxes) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("answer-" + mailboxes, mailboxesAnswer);
        answers.put("quantity-" + mailboxes + "-mailboxes", boxes);
        answers.put("answer-" + portal, "INTERESTED");
        answers.put("figure-WORKSTATIONS", "12");
        answers.put("contact-0-name", "");
        return answers;
    }

    private ResultActions save(int version, Map<String, String> answers, String next) throws Exception {
        var request = post(address).param("version", Integer.toString(version)).param("next", next);
        answers.forEach(request::param);
        return web.perform(request.with(cast.referente(roccaverde.value(), centre)));
    }

    private ResultActions send(int version) throws Exception {
        return web.perform(post(address + "/invio")
                .param("version", Integer.toString(version))
                .with(cast.referente(roccaverde.value(), centre)));
    }

    private Sheet sheet(OrganizationId body) {
        return cast.at(centre, () -> sheets.get(campaign, body));
    }
}
