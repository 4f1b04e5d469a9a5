// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.shared.pages.Italian;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What an editor of the portal does, from the first draft to the archive. */
@OpenCitTest
class ContentEditingTest {

    private static final String CENTRE = "redazione";
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private static int number;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Documents documents;

    @Autowired
    ScheduledPublication publication;

    private final String slug = "prova-" + ++number;

    @AfterEach
    void now() {
        clock.letGo();
    }

    @Test
    void aPieceOfNewsIsWrittenReviewedAndPublished() throws Exception {
        String address =
                write("NEWS", Map.of("title", "La <b>festa</b>", "summary", "Presto", "body", "Ecco **tutto**."));
        web.perform(get("/novita/" + slug).with(cast.nobody(CENTRE))).andExpect(status().isNotFound());

        move(address, 0, "REVIEW").andExpect(redirectedUrl(address));
        move(address, 0, "PUBLISHED")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Qualcun altro")));
        move(address, 1, "PUBLISHED").andExpect(redirectedUrl(address));

        web.perform(get("/novita/" + slug).with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("La &lt;b>festa&lt;/b>")))
                .andExpect(content().string(containsString("<strong>tutto</strong>")));
        web.perform(get(ContentController.PORTAL)
                        .param("q", "festa")
                        .param("tipo", "NEWS")
                        .param("stato", "PUBLISHED")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString(address + "\"")));
        web.perform(get(ContentController.PORTAL).param("stato", "ARCHIVED").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(not(containsString(address + "\""))));
        show(address).andExpect(content().string(containsString("Il pubblico legge l'ultima versione")));

        move(address, 3, "ARCHIVED").andExpect(redirectedUrl(address));
        web.perform(get("/novita/" + slug).with(cast.nobody(CENTRE))).andExpect(status().isNotFound());
    }

    @Test
    void theAddressComesFromTheTitleAndTheNextOneIsFree() throws Exception {
        String title = "Che cos'è l'età " + slug + "?";
        for (String wanted : new String[] {"che-cos-e-l-eta-" + slug, "che-cos-e-l-eta-" + slug + "-2"}) {
            String address = address(send(ContentController.CONTENTS + "/nuovo?tipo=NEWS", Map.of("title", title)));
            web.perform(get(address + "/modifica").with(cast.with(Role.REDATTORE, CENTRE)))
                    .andExpect(content().string(containsString("value=\"" + wanted + "\"")));
        }
        assertThat(ContentForm.slug("???")).isEqualTo("contenuto");
        assertThat(ContentForm.slug("a ".repeat(300))).hasSizeLessThan(100).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    void eachWrongFieldIsNamedAndWhatWasTypedStays() throws Exception {
        send(
                        ContentController.CONTENTS + "/nuovo?tipo=EVENT",
                        Map.of(
                                "title", "",
                                "summary", "s".repeat(501),
                                "slug", "Non Così",
                                "startsOn", "2026-12-01",
                                "startsAt", "26:00",
                                "endsAt", "10:00",
                                "seats", "-3",
                                "bodyEn", "Only a text"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Al massimo 500 caratteri")))
                .andExpect(content().string(containsString("Indica l'ora, per esempio")))
                .andExpect(content().string(containsString("Indica il giorno.")))
                .andExpect(content().string(containsString("da 1 a 100.000")))
                .andExpect(content().string(containsString("Only a text</textarea>")))
                .andExpect(content().string(containsString("Non Così")));
        send(ContentController.CONTENTS + "/nuovo?tipo=PAGE", Map.of("title", "Una pagina", "section", "BOH"))
                .andExpect(status().isUnprocessableContent());
        send(ContentController.CONTENTS + "/nuovo?tipo=NEWS", Map.of("title", "A", "picture", "987654"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("scegline un'altra")));
        send(
                        ContentController.CONTENTS + "/nuovo?tipo=PROJECT",
                        Map.of("title", "A", "projectFrom", "2026-02-01", "projectTo", "2026-01-01", "progress", "101"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La fine viene dopo")))
                .andExpect(content().string(containsString("da 0 a 100")));
        send(ContentController.CONTENTS + "/nuovo?tipo=NEWS", Map.of("title", "A", "body", "a".repeat(200_001)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Dividilo in più pagine")));
        web.perform(get(ContentController.CONTENTS + "/nuovo")
                        .param("tipo", "BOH")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatTheEditorSendsIsKeptAsMarkdown() throws Exception {
        String address = write(
                "NEWS",
                Map.of(
                        "title", "Titolo",
                        "body", "prima",
                        "body-html", "<h2>Uno</h2><p onclick=\"x()\">due <b>tre</b></p><script>x()</script>"));
        web.perform(get(address + "/modifica").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("## Uno\n\ndue **tre**</textarea>")));
        web.perform(post("/gestione/portale/testo")
                        .contentType(MediaType.TEXT_HTML)
                        .content("<p class=MsoNormal>a<b style='mso-x:y'>b</b></p><script>x()</script>")
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string("<p>a<strong>b</strong></p>\n"));
    }

    @Test
    void twoWhoWriteAtOnceSeeBothTexts() throws Exception {
        String address = write("NEWS", Map.of("title", "Titolo", "body", "prima"));
        change(address, 0, Map.of("title", "Titolo", "body", "il testo di Dario"))
                .andExpect(redirectedUrl(address));
        change(address, 0, Map.of("title", "Un altro", "body", "il testo di Anna"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("il testo di Anna</textarea>")))
                .andExpect(content().string(containsString("<p>il testo di Dario</p>")))
                .andExpect(content().string(containsString("Valore salvato da altri: <strong>Titolo</strong>")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
        change(address, 1, Map.of("title", "Un altro", "body", "il testo di Anna"))
                .andExpect(redirectedUrl(address));
    }

    @Test
    void oldVersionsAreReadComparedAndRestored() throws Exception {
        String address = write("NEWS", Map.of("title", "Titolo", "body", "uno due tre"));
        change(address, 0, Map.of("title", "Titolo", "body", "uno <i>quattro</i> tre", "note", "corretto"))
                .andExpect(redirectedUrl(address));
        show(address).andExpect(content().string(containsString("corretto")));
        web.perform(get(address + "/differenze?da=1&a=2").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("due<span")))
                .andExpect(content().string(containsString("&lt;i&gt;quattro&lt;/i&gt;<span")))
                .andExpect(content().string(not(containsString("Sintesi"))));
        web.perform(get(address + "/versioni/1").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("<p>uno due tre</p>")));
        web.perform(get(address + "/versioni/9").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isNotFound());

        web.perform(post(address + "/versioni/1/ripristino")
                        .param("version", "0")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(flash().attribute("warning", containsString("Qualcun altro")));
        web.perform(post(address + "/versioni/1/ripristino")
                        .param("version", "1")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(flash().attribute("notice", containsString("di nuovo l'ultima")));
        web.perform(get(address + "/modifica").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("uno due tre</textarea>")));
        show(address).andExpect(content().string(containsString("Versione 3")));
    }

    @Test
    void whatIsScheduledIsPublishedWhenItsTimeComes() throws Exception {
        String address = write("NEWS", Map.of("title", "Domani", "body", "ecco"));
        ZonedDateTime at =
                Instant.now().atZone(Italian.ROME).plusDays(1).withSecond(0).withNano(0);
        schedule(address, at.minusDays(3))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("devono ancora venire")));
        schedule(address, at).andExpect(redirectedUrl(address));
        show(address).andExpect(content().string(containsString("si pubblica da sola il")));
        publication.publish();
        web.perform(get("/novita/" + slug).with(cast.nobody(CENTRE))).andExpect(status().isNotFound());

        clock.moveTo(at.toInstant().plus(Duration.ofMinutes(1)));
        publication.publish();
        web.perform(get("/novita/" + slug).with(cast.nobody(CENTRE))).andExpect(status().isOk());
    }

    @Test
    void anEventWithoutItsTimeStaysADraft() throws Exception {
        send(
                        ContentController.CONTENTS + "/nuovo?tipo=EVENT",
                        Map.of("title", "Convegno", "slug", slug, "then", "PUBLISHED"))
                .andExpect(status().isFound())
                .andExpect(flash().attribute("warning", containsString("Il testo è salvato.")));
        String draft = address(send(
                ContentController.CONTENTS + "/nuovo?tipo=EVENT", Map.of("title", "Senza data", "slug", slug + "-c")));
        web.perform(get(preview(draft)).with(cast.nobody(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("startDate"))));
        send(
                        ContentController.CONTENTS + "/nuovo?tipo=EVENT",
                        Map.of(
                                "title",
                                "Convegno",
                                "slug",
                                slug + "-b",
                                "startsOn",
                                "2027-03-01",
                                "startsAt",
                                "9.30",
                                "place",
                                "Breno",
                                "then",
                                "PUBLISHED"))
                .andExpect(flash().attribute("notice", containsString("pubblicato")));
        web.perform(get("/eventi/" + slug + "-b").with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("9:30")))
                .andExpect(content().string(containsString("Breno")));
    }

    @Test
    void theLinkOfAPreviewShowsTheLatestVersionToWhoeverHasIt() throws Exception {
        String address = write("NEWS", Map.of("title", "Titolo", "body", "pubblicato", "then", "PUBLISHED"));
        change(address, 2, Map.of("title", "Titolo", "body", "la prossima")).andExpect(status().isFound());
        String preview = preview(address);
        web.perform(get(preview).with(cast.nobody(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(content().string(containsString("noindex")))
                .andExpect(content().string(containsString("la prossima")));
        web.perform(get("/novita/" + slug).with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("pubblicato")));
        web.perform(get(preview).with(cast.nobody(Cast.COLLI))).andExpect(status().isNotFound());
        web.perform(get(preview.replaceFirst(".$", preview.endsWith("A") ? "E" : "A"))
                        .with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());
        clock.moveTo(Instant.now().plus(Duration.ofDays(9)));
        web.perform(get(preview).with(cast.nobody(CENTRE))).andExpect(status().isNotFound());
    }

    @Test
    void filesGoWithTheTextAndOnlyThose() throws Exception {
        FileId secret = Acting.as(
                cast.centre(CENTRE).id(),
                "carla",
                () -> documents.store(new Upload("riservato.pdf", new ByteArrayInputStream(PDF))));
        String address = address(
                web.perform(form(ContentController.CONTENTS + "/nuovo?tipo=NEWS", Map.of("title", "A", "slug", slug))
                        .file(new MockMultipartFile("file", "Locandina.pdf", "application/pdf", PDF))
                        .param("attached", secret.toString())
                        .param("attachedTitle", "Preso da un ticket")));
        web.perform(form(ContentController.CONTENTS + "/nuovo?tipo=NEWS", Map.of("title", "", "slug", slug + "-b"))
                        .file(new MockMultipartFile("file", "Tenuto.pdf", "application/pdf", PDF))
                        .file(new MockMultipartFile("file", "finto.pdf", "application/pdf", "ciao".getBytes())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Titolo di Tenuto.pdf")))
                .andExpect(content().string(containsString("finto.pdf")));
        String file = found(address + "/modifica", "name=\"attached\" value=\"(\\d+)\"");
        assertThat(file).isNotEqualTo(secret.toString());
        web.perform(get(address + "/modifica").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("value=\"Locandina\"")))
                .andExpect(content().string(not(containsString("Preso da un ticket"))));

        String id = address.replaceFirst(".*/", "");
        web.perform(get("/allegati/" + id + "/" + file).with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());
        web.perform(get(preview(address) + "/allegati/" + file).with(cast.nobody(CENTRE)))
                .andExpect(status().isOk());
        move(address, 0, "PUBLISHED").andExpect(status().isFound());
        web.perform(get("/allegati/" + id + "/" + file).with(cast.nobody(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        web.perform(get("/allegati/" + id + "/" + secret).with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());

        web.perform(form(address + "/modifica", Map.of("title", "A", "version", "2", "then", "PUBLISHED"))
                        .param("attached", file)
                        .param("attachedTitle", "Locandina")
                        .param("attachedDrop", file))
                .andExpect(status().isFound());
        web.perform(get("/allegati/" + id + "/" + file).with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());
    }

    private String write(String kind, Map<String, String> fields) throws Exception {
        Map<String, String> whole = new java.util.HashMap<>(fields);
        whole.put("slug", slug);
        return address(send(ContentController.CONTENTS + "/nuovo?tipo=" + kind, whole));
    }

    private ResultActions change(String address, int version, Map<String, String> fields) throws Exception {
        Map<String, String> whole = new java.util.HashMap<>(fields);
        whole.put("version", Integer.toString(version));
        return send(address + "/modifica", whole);
    }

    private ResultActions move(String address, int version, String to) throws Exception {
        return send(address + "/stato", Map.of("version", Integer.toString(version), "to", to));
    }

    private ResultActions schedule(String address, ZonedDateTime at) throws Exception {
        return send(
                address + "/stato",
                Map.of(
                        "version",
                        "0",
                        "to",
                        "SCHEDULED",
                        "atOn",
                        at.toLocalDate().toString(),
                        "atAt",
                        "%02d:%02d".formatted(at.getHour(), at.getMinute())));
    }

    private ResultActions show(String address) throws Exception {
        return web.perform(get(address).with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private String preview(String address) throws Exception {
        return found(address, "href=\"[^\"]*(/anteprima/[^\"]+)\"");
    }

    private String found(String address, String pattern) throws Exception {
        Matcher matcher = Pattern.compile(pattern)
                .matcher(show(address).andReturn().getResponse().getContentAsString());
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private ResultActions send(String address, Map<String, String> fields) throws Exception {
        return web.perform(form(address, fields));
    }

    private MockMultipartHttpServletRequestBuilder form(String address, Map<String, String> fields) {
        MockMultipartHttpServletRequestBuilder request = multipart(address.replaceFirst("\\?.*", ""));
        if (address.contains("?")) {
            Arrays.stream(address.replaceFirst(".*\\?", "").split("&"))
                    .map(one -> one.split("="))
                    .forEach(one -> request.param(one[0], one[1]));
        }
        fields.forEach(request::param);
        request.with(cast.with(Role.REDATTORE, CENTRE));
        return request;
    }

    private static String address(ResultActions answer) throws Exception {
        return Objects.requireNonNull(
                answer.andExpect(status().isFound()).andReturn().getResponse().getRedirectedUrl());
    }
}
