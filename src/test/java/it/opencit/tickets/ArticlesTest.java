// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Each test has a centre of its own: what it publishes would be found by the others. */
@OpenCitTest
class ArticlesTest {

    private static final String ARTICLES = ArticleController.ARTICLES;
    private static final String IN_AREA = ReadArticleController.IN_AREA;

    private static int centres;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    MovingClock clock;

    private String centre = "";
    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void aCentreOfItsOwn() {
        centre = "sapere" + ++centres;
        body = cast.at(centre, () -> Desk.body(organizations));
    }

    @Test
    void anAnswerBecomesAnArticleInOneStepAndOnlyOnce() throws Exception {
        TicketNumber number = cast.at(centre, () -> tickets.open(Desk.asked(body, "La stampante tace"), Desk.ELENA));
        String make = ARTICLES + "/da-ticket/" + number;
        web.perform(post(make).with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl(Addresses.of(number)))
                .andExpect(flash().attribute("warning", containsString("non ha ancora una risposta")));
        cast.at(centre, () -> tickets.write(number, Visibility.PUBLIC, "Spegnila e riaccendila.", Desk.ANNA));
        web.perform(get(Addresses.of(number)).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Fanne un articolo")));

        String edit = address(web.perform(post(make).with(cast.coordinatore(centre))));
        assertThat(address(web.perform(post(make).with(cast.coordinatore(centre)))))
                .isEqualTo(edit);
        web.perform(get(edit).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Spegnila e riaccendila.")))
                .andExpect(content().string(containsString("Non si stampa più nulla")));
        web.perform(get(IN_AREA).with(cast.referente(body.value(), centre)))
                .andExpect(content().string(not(containsString("La stampante tace"))));
    }

    @Test
    void whatIsPublishedIsFoundByItalianWordsByWhomItIsFor() throws Exception {
        write("Come si cambia la parola d'ordine della PEC", "Dal menu **Impostazioni**.", "MEMBERS", "PUBLISHED");
        write("Quanto costa la PEC", "Niente.", "PUBLIC", "PUBLISHED");
        write("Il numero del fornitore della PEC", "030 123456", "OFFICE", "PUBLISHED");
        String draft = write("La PEC di domani", "Chissà.", "PUBLIC", "DRAFT");

        area("?q=parole cambiare")
                .andExpect(content().string(containsString("Come si cambia")))
                .andExpect(content().string(not(containsString("Quanto costa"))));
        area("").andExpect(content().string(containsString("Quanto costa")))
                .andExpect(content().string(not(containsString("fornitore"))))
                .andExpect(content().string(not(containsString("di domani"))));
        web.perform(get("/risposte").with(cast.nobody(centre)))
                .andExpect(content().string(containsString("Quanto costa")))
                .andExpect(content().string(not(containsString("Come si cambia"))));
        String id = draft.replaceFirst(".*/", "");
        web.perform(get("/risposte/" + id).with(cast.nobody(centre))).andExpect(status().isNotFound());
        area("/" + id).andExpect(status().isNotFound());
    }

    @Test
    void htmlAndRunningAddressesAreShownAsText() throws Exception {
        String address = write(
                "Prova",
                "# Uno\n\n<script>alert(1)</script>\n\n[qui](javascript:alert(1)) **forte**",
                "PUBLIC",
                "DRAFT");
        web.perform(get(address).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
                .andExpect(content().string(containsString("<strong>forte</strong>")))
                .andExpect(content().string(containsString("<h2>Uno</h2>")))
                .andExpect(content().string(not(containsString("javascript:"))));
    }

    @Test
    void everyVersionStaysAndTheSecondToSaveIsTold() throws Exception {
        String address = write("Prova", "Prima", "MEMBERS", "DRAFT");
        change(address, "1", "Seconda").andExpect(redirectedUrl(address));
        change(address, "1", "Terza")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Terza</textarea>")))
                .andExpect(content().string(containsString("ha salvato un")));
        web.perform(get(address).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Versione 2")));
        web.perform(get(address + "/versioni/1").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("<p>Prima</p>")));
        web.perform(get(address + "/versioni/9").with(cast.coordinatore(centre)))
                .andExpect(status().isNotFound());
        send(ARTICLES + "/nuovo", Map.of("title", "", "body", " ", "audience", "MEMBERS", "state", "DRAFT"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il titolo")));
    }

    @Test
    void aBodySaysWhetherItServed() throws Exception {
        String address = write("Prova", "Prima", "MEMBERS", "PUBLISHED");
        String rate = IN_AREA + "/" + address.replaceFirst(".*/", "") + "/parere";
        web.perform(post(rate).with(cast.referente(body.value(), centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli sì oppure no")));
        web.perform(post(rate).param("helpful", "si").with(cast.referente(body.value(), centre)))
                .andExpect(status().isFound());
        web.perform(post(rate)
                        .param("helpful", "no")
                        .param("text", "Manca la figura")
                        .with(cast.referente(body.value(), centre)))
                .andExpect(status().isFound());
        web.perform(get(address).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("A 0 di 1")))
                .andExpect(content().string(containsString("Manca la figura")));
    }

    @Test
    void whoHasNoAccountSaysWhetherAPublicOneServed() throws Exception {
        String office = write("Quanto costa la PEC", "Niente.", "PUBLIC", "PUBLISHED");
        String members = write("Solo per gli enti", "Riservato.", "MEMBERS", "PUBLISHED");
        String address = "/risposte/" + office.replaceFirst(".*/", "");
        try {
            clock.moveTo(Instant.parse("2026-11-16T09:00:00Z"));
            String form = form(address);
            rated(address, form, "helpful", "no").andExpect(content().string(containsString("troppo in fretta")));
            clock.moveTo(Instant.parse("2026-11-16T09:00:10Z"));
            rated(address, form, "text", "x").andExpect(content().string(containsString("Scegli sì oppure no")));
            rated(address, form, "helpful", "no", "website", "https://esempio.it")
                    .andExpect(status().isUnprocessableContent());
            rated(address, form, "helpful", "no", "text", "Il canone?").andExpect(redirectedUrl(address));
            rated(address, form, "helpful", "si").andExpect(status().isUnprocessableContent());
            String another = form(address);
            clock.moveTo(Instant.parse("2026-11-16T09:00:20Z"));
            rated(address, another, "helpful", "si").andExpect(redirectedUrl(address));
            rated("/risposte/" + members.replaceFirst(".*/", ""), form, "helpful", "si")
                    .andExpect(status().isNotFound());
        } finally {
            clock.letGo();
        }
        web.perform(get(office).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("A 1 di 2")))
                .andExpect(content().string(containsString("Il canone?")))
                .andExpect(content().string(containsString("chi legge senza accesso")));
    }

    private String form(String address) throws Exception {
        String page = web.perform(get(address).with(cast.nobody(centre)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher token = Pattern.compile("name=\"modulo\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    private ResultActions rated(String address, String form, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address + "/parere").param("modulo", form);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request.with(cast.nobody(centre)));
    }

    @Test
    void whoOpensATicketIsOfferedWhatIsThereAlready() throws Exception {
        write("Come si cambia la parola d'ordine della PEC", "Dal menu.", "MEMBERS", "PUBLISHED");
        write("Parola d'ordine della centrale", "Solo per noi.", "OFFICE", "PUBLISHED");
        area("/simili?titolo=ho dimenticato la parola della pec")
                .andExpect(content().string(containsString("Come si cambia")))
                .andExpect(content().string(not(containsString("centrale"))));
        web.perform(get(ARTICLES + "/simili").param("titolo", "parola d'ordine").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("centrale")));
        web.perform(multipart(Addresses.AREA + "/nuovo")
                        .param("category", "assistenza")
                        .param("title", "Parola della PEC")
                        .param("cerca", "si")
                        .with(cast.referente(body.value(), centre)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Forse c'è già la risposta")))
                .andExpect(content().string(containsString("value=\"Parola della PEC\"")));
        web.perform(multipart(Addresses.TICKETS + "/nuovo")
                        .param("category", "assistenza")
                        .param("title", "zzz")
                        .param("cerca", "si")
                        .with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Nessuna risposta simile")));
    }

    @Test
    void whoMayNotWriteIsRefused() throws Exception {
        web.perform(get(ARTICLES).with(cast.referente(body.value(), centre))).andExpect(status().isForbidden());
        web.perform(get(ARTICLES).with(cast.with(Role.REDATTORE, centre))).andExpect(status().isOk());
        web.perform(get(IN_AREA).with(cast.coordinatore(centre))).andExpect(status().isForbidden());
    }

    private String write(String title, String text, String audience, String state) throws Exception {
        return address(
                send(ARTICLES + "/nuovo", Map.of("title", title, "body", text, "audience", audience, "state", state)));
    }

    private ResultActions change(String address, String version, String text) throws Exception {
        return send(
                address + "/modifica",
                Map.of("version", version, "title", "Prova", "body", text, "audience", "MEMBERS", "state", "DRAFT"));
    }

    private ResultActions send(String path, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path);
        fields.forEach(request::param);
        return web.perform(request.with(cast.coordinatore(centre)));
    }

    private ResultActions area(String rest) throws Exception {
        return web.perform(get(IN_AREA + rest).with(cast.referente(body.value(), centre)));
    }

    private static String address(ResultActions answer) {
        return Objects.requireNonNull(answer.andReturn().getResponse().getRedirectedUrl());
    }
}
