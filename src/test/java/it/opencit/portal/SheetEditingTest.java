// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Continuation;
import it.opencit.catalogue.Eligibility;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.OfferingArea;
import it.opencit.catalogue.OfferingClass;
import it.opencit.catalogue.OfferingDetails;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.OfferingLevel;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What an editor does with the sheet of a service, from the draft to what the public reads. */
@OpenCitTest
class SheetEditingTest {

    private static final String CENTRE = "schede";

    private static int number;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScheduledPublication publication;

    private final String code = "scheda-" + ++number;
    private OfferingId id;
    private String address;
    private String versions;

    @BeforeEach
    void aService() {
        id = cast.at(CENTRE, () -> catalogue.add(service(code)));
        address = "/gestione/catalogo/" + id;
        versions = address + "/scheda/pubblicazione";
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aDraftIsReadByWhoHasItsLinkUntilItIsPublished() throws Exception {
        write(0, "il testo che si legge", "PUBLISHED").andExpect(redirectedUrl(address));
        write(1, "la bozza <i>nuova</i>", "DRAFT").andExpect(redirectedUrl(versions));

        site().andExpect(content().string(containsString("il testo che si legge")))
                .andExpect(content().string(not(containsString("la bozza"))));
        editor(address)
                .andExpect(content().string(containsString("Il pubblico legge la versione 2; l'ultima è la 3")))
                .andExpect(content().string(containsString("il testo che si legge")));
        editor(address + "/scheda").andExpect(content().string(containsString("la bozza &lt;i&gt;nuova")));

        String preview = preview();
        web.perform(get(preview).with(cast.nobody(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(content().string(containsString("noindex")))
                .andExpect(content().string(containsString("la bozza &lt;i&gt;nuova")));
        web.perform(get("/en" + preview).with(cast.nobody(CENTRE))).andExpect(status().isOk());
        web.perform(get(preview).with(cast.nobody(Cast.COLLI))).andExpect(status().isNotFound());
        web.perform(get(preview.replace("/servizi/", "/")).with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());

        move(2, "PUBLISHED").andExpect(redirectedUrl(versions));
        site().andExpect(content().string(containsString("la bozza &lt;i&gt;nuova")));
        move(3, "PUBLISHED")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il pubblico legge già l'ultima versione")));

        clock.moveTo(Instant.now().plus(Duration.ofDays(9)));
        web.perform(get(preview).with(cast.nobody(CENTRE))).andExpect(status().isNotFound());
    }

    @Test
    void everyVersionIsReadComparedAndRestored() throws Exception {
        write(0, "uno due tre", "PUBLISHED");
        web.perform(post(address + "/scheda")
                        .param("version", "1")
                        .param("subject", "uno quattro tre")
                        .param("onlineNow", "2")
                        .param("note", "corretto")
                        .param("then", "DRAFT")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(redirectedUrl(versions));
        write(2, "uno quattro tre", "DRAFT", "onlineNow", "2");

        editor(versions)
                .andExpect(content().string(containsString("corretto")))
                .andExpect(content().string(containsString("Versione 3")))
                .andExpect(content().string(not(containsString("Versione 4"))));
        editor(versions + "/differenze?da=2&a=3")
                .andExpect(content().string(containsString("due<span")))
                .andExpect(content().string(containsString("quattro<span")))
                .andExpect(content().string(containsString("2 - Modulo da scaricare")))
                .andExpect(content().string(not(containsString("Destinatari"))));
        editor(versions + "/versioni/2").andExpect(content().string(containsString("uno due tre")));
        for (String none : List.of("/versioni/9", "/versioni/0", "/differenze?da=1&a=9")) {
            editor(versions + none).andExpect(status().isNotFound());
        }

        restore(2, 1).andExpect(flash().attribute("warning", containsString("Qualcun altro")));
        restore(2, 3).andExpect(flash().attribute("notice", containsString("di nuovo l'ultima")));
        editor(address + "/scheda").andExpect(content().string(containsString("uno due tre</textarea>")));
        editor(versions)
                .andExpect(content().string(containsString("Ripristinata la versione 2")))
                .andExpect(content().string(containsString("Versione 4")));
    }

    @Test
    void whatIsScheduledIsPublishedWhenItsTimeComes() throws Exception {
        write(0, "di domani", "DRAFT");
        ZonedDateTime at =
                Instant.now().atZone(Italian.ROME).plusDays(1).withSecond(0).withNano(0);
        schedule(1, at.minusDays(3))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("devono ancora venire")));
        web.perform(post(versions + "/stato")
                        .param("version", "1")
                        .param("to", "SCHEDULED")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Indica il giorno.")));
        schedule(1, at).andExpect(redirectedUrl(versions));
        editor(versions).andExpect(content().string(containsString("si pubblica da sola il")));
        publication.publish();
        site().andExpect(content().string(not(containsString("di domani"))));
        move(2, "DRAFT").andExpect(redirectedUrl(versions));
        schedule(3, at).andExpect(redirectedUrl(versions));

        clock.moveTo(at.toInstant().plus(Duration.ofMinutes(1)));
        publication.publish();
        site().andExpect(content().string(containsString("di domani")));
        web.perform(get("/servizi?q=domani").with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("/servizi/" + code)));
    }

    @Test
    void whoSavesSecondSeesBothTextsAndOnlyOneIsKept() throws Exception {
        write(0, "il testo di Dario", "DRAFT").andExpect(redirectedUrl(versions));
        write(0, "il testo di Anna", "PUBLISHED")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("il testo di Anna</textarea>")))
                .andExpect(content().string(containsString("<strong>il testo di Dario</strong>")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
        move(0, "PUBLISHED")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Qualcun altro")));
        write(1, "parole", "DRAFT", "note", "n".repeat(201))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 200 caratteri")));
    }

    @Test
    void whatIsTranslatedIsReadInEnglishAndTheRestInItalian() throws Exception {
        write(0, "Caselle certificate", "PUBLISHED", "duties", "Firmare il modulo");
        english("/servizi/" + code)
                .andExpect(content().string(containsString("<h1 lang=\"it\">Servizio " + code + "</h1>")))
                .andExpect(content().string(containsString("lang=\"it\">Caselle certificate</p>")))
                .andExpect(content().string(containsString("The texts of this sheet are in Italian.")))
                .andExpect(content().string(not(containsString("rel=\"alternate\" hreflang"))));
        site().andExpect(content().string(not(containsString("rel=\"alternate\" hreflang"))));
        web.perform(get("/sitemap.xml").with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("/servizi/" + code + "</loc>")))
                .andExpect(content().string(not(containsString("/en/servizi/" + code + "</loc>"))));

        write(1, "Caselle certificate", "DRAFT", "subjectEn", "Certified <b>mailboxes</b>")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ha bisogno anche del nome del servizio")))
                .andExpect(content().string(containsString("<details open>")));
        write(
                1,
                "Caselle certificate",
                "PUBLISHED",
                "duties",
                "Firmare il modulo",
                "titleEn",
                "Registered mailboxes of " + code,
                "subjectEn",
                "Certified <b>mailboxes</b>");

        english("/servizi/" + code)
                .andExpect(content().string(containsString("<h1>Registered mailboxes of " + code + "</h1>")))
                .andExpect(content().string(containsString("<p class=\"oc-text\">Certified &lt;b&gt;mailboxes")))
                .andExpect(content().string(containsString("lang=\"it\">Firmare il modulo</p>")))
                .andExpect(content().string(containsString("Some parts of this sheet are in Italian.")))
                .andExpect(content().string(containsString("rel=\"alternate\" hreflang=\"it\"")))
                .andExpect(content().string(containsString("\"inLanguage\":\"en\"")));
        site().andExpect(content().string(containsString("rel=\"alternate\" hreflang=\"en\"")))
                .andExpect(content().string(containsString("<h1>Servizio " + code + "</h1>")))
                .andExpect(content().string(not(containsString("mailboxes"))));
        web.perform(get("/sitemap.xml").with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("/en/servizi/" + code + "</loc>")));
        for (String list : List.of("/servizi", "/servizi?q=mailbox", "/cerca?q=mailbox")) {
            english(list)
                    .andExpect(content().string(containsString("<a href=\"/en/servizi/" + code + "\">Registered")));
        }
        web.perform(get("/servizi?q=certificata").with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString(">Servizio " + code + "</a>")));
        web.perform(get("/api/v1/offerings/" + code).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("\"subject\":\"Certified <b>mailboxes</b>\"")));
    }

    @Test
    void whomToAskIsCalledAndWrittenTo() throws Exception {
        write(0, "Incassi", "DRAFT", "contactPhone", "chiamare Elena", "contactEmail", "elena", "contactPec", "@pec")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il nome del referente")))
                .andExpect(content().string(containsString("non è un numero di telefono")))
                .andExpect(content().string(containsString("«elena» non è un indirizzo di posta")))
                .andExpect(content().string(containsString("«@pec» non è un indirizzo di posta")))
                .andExpect(content().string(containsString("value=\"chiamare Elena\"")));
        write(
                0,
                "Incassi",
                "PUBLISHED",
                "contactName",
                "Elena Valli",
                "contactRole",
                "Assistenza agli enti",
                "contactPhone",
                "+39 030 12.34.56",
                "contactEmail",
                "elena@partner.example",
                "contactPec",
                "partner@pec.example",
                "contactOfPartner",
                "si");
        site().andExpect(content().string(containsString("href=\"#referente\"")))
                .andExpect(content().string(containsString("<a href=\"tel:+39030123456\">+39 030 12.34.56</a>")))
                .andExpect(content().string(containsString("href=\"mailto:elena@partner.example\"")))
                .andExpect(content().string(containsString("href=\"mailto:partner@pec.example\"")))
                .andExpect(content().string(containsString("\"contactPoint\":{\"@type\":\"ContactPoint\"")))
                .andExpect(content().string(containsString("\"telephone\":\"+39030123456\"")));
        english("/servizi/" + code)
                .andExpect(content().string(containsString("Whom to ask")))
                .andExpect(content().string(containsString("<dd lang=\"it\">Assistenza agli enti</dd>")));
        editor(address).andExpect(content().string(containsString("Referente, del partner tecnologico")));
        editor(address + "/scheda").andExpect(content().string(containsString("value=\"Elena Valli\"")));

        write(1, "Incassi", "PUBLISHED");
        site().andExpect(content().string(not(containsString("Elena Valli"))))
                .andExpect(content().string(not(containsString("contactPoint"))));
    }

    @Test
    void aVersionIsNeverChangedAndOfThisCentreAlone() throws Exception {
        write(0, "parole", "DRAFT");
        for (String act :
                List.of("update catalogue.sheet_version set note = 'x'", "delete from catalogue.sheet_version")) {
            assertThatThrownBy(() -> cast.at(CENTRE, () -> jdbc.sql(act).update()))
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(cast.at(
                        Cast.COLLI,
                        () -> jdbc.sql("select count(*) from catalogue.sheet_version where offering_id = :id")
                                .param("id", id.value())
                                .query(Long.class)
                                .single()))
                .isZero();
        for (String page : List.of("", "/versioni/1", "/differenze?da=1&a=2")) {
            web.perform(get(versions + page).with(cast.with(Role.REDATTORE, Cast.COLLI)))
                    .andExpect(status().isNotFound());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Role.class)
    void onlyWhoWritesSheetsReadsTheirVersions(Role role) throws Exception {
        boolean writer = role == Role.COORDINATORE || role == Role.AMMINISTRATIVO || role == Role.REDATTORE;
        for (String page : List.of("", "/versioni/1", "/differenze?da=1&a=1")) {
            web.perform(get(versions + page).with(cast.with(role, CENTRE)))
                    .andExpect(writer ? status().isOk() : status().isForbidden());
        }
        for (String act : List.of("/stato?to=PUBLISHED", "/versioni/1/ripristino")) {
            web.perform(post(versions + act).param("version", "99").with(cast.with(role, CENTRE)))
                    .andExpect(result ->
                            assertThat(result.getResponse().getStatus() != 403).isEqualTo(writer));
        }
    }

    private ResultActions write(int version, String subject, String then, String... more) throws Exception {
        var request = post(address + "/scheda")
                .param("version", Integer.toString(version))
                .param("subject", subject)
                .param("then", then);
        for (int i = 0; i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        return web.perform(request.with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private ResultActions move(int version, String to) throws Exception {
        return web.perform(post(versions + "/stato")
                .param("version", Integer.toString(version))
                .param("to", to)
                .with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private ResultActions schedule(int version, ZonedDateTime at) throws Exception {
        return web.perform(post(versions + "/stato")
                .param("version", Integer.toString(version))
                .param("to", "SCHEDULED")
                .param("atOn", at.toLocalDate().toString())
                .param("atAt", at.toLocalTime().toString())
                .with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private ResultActions restore(int which, int version) throws Exception {
        return web.perform(post(versions + "/versioni/" + which + "/ripristino")
                .param("version", Integer.toString(version))
                .with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private ResultActions editor(String page) throws Exception {
        return web.perform(get(page).with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private ResultActions site() throws Exception {
        return web.perform(get("/servizi/" + code).with(cast.nobody(CENTRE)));
    }

    private ResultActions english(String path) throws Exception {
        return web.perform(get("/en" + path).with(cast.nobody(CENTRE)));
    }

    private String preview() throws Exception {
        return Visitor.found(Visitor.page(editor(versions)), "href=\"[^\"]*(/anteprima/servizi/[^\"]+)\"");
    }

    private static OfferingDetails service(String code) {
        return new OfferingDetails(
                code,
                "Servizio " + code,
                "",
                OfferingClass.BASE,
                OfferingLevel.BASE,
                OfferingArea.MANAGEMENT,
                FeeKind.YEARLY,
                Continuation.TACIT,
                List.of(),
                Eligibility.MEMBERS,
                AllowanceSharing.EACH,
                "",
                null,
                new Period(LocalDate.of(2015, 1, 1), null));
    }
}
