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
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import it.opencit.shared.texts.Markdown;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The library of pictures of a centre. */
@OpenCitTest
class PictureTest {

    private static final String CENTRE = "fotografi";

    private static int widths = 700;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Pictures pictures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anEditorUploadsAPictureThatEverybodyThenSees() throws Exception {
        long id = uploaded("La sede <del> centro");
        String address = "/immagini/" + id + "/320.webp";
        web.perform(get(address).with(cast.nobody(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/webp"))
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"))
                .andExpect(header().string("ETag", "\"" + id + "-320\""))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        web.perform(get(address).header("If-None-Match", "\"" + id + "-320\"").with(cast.nobody(CENTRE)))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        web.perform(get("/immagini/" + id + "/321.webp").with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());
        web.perform(get(address).with(cast.nobody(Cast.COLLI))).andExpect(status().isNotFound());
        web.perform(get("/immagini/99999999999999999999/1.webp").with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());

        web.perform(get(PictureController.PICTURES).param("q", "sède").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString(address)))
                .andExpect(content().string(containsString("La sede &lt;del> centro")));
        web.perform(get(PictureController.PICTURES).param("q", "%").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("Nessuna immagine con queste parole")));
        web.perform(get(PictureController.PICTURES + "/scelta")
                        .param("q", "sede")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("data-picture=\"/immagini/" + id)));
    }

    @Test
    void theWordsMustSayWhatIsSeen() throws Exception {
        upload(photograph(), "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il testo alternativo")));
        upload(photograph(), "IMG_1234.JPG")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("è il nome di un file")));
        upload(photograph(), "a".repeat(301))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 300")));
        upload(new byte[0], "La sede")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli il file")));
        upload("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(), "La sede")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non è un'immagine PNG")));
        upload(Photographs.bomb(60_000, 60_000), "La sede")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("60.000 × 60.000 pixel")));
    }

    @Test
    void theSamePictureIsKeptOnce() throws Exception {
        byte[] file = photograph();
        String address = address(upload(file, "La prima volta"));
        upload(file, "La seconda")
                .andExpect(redirectedUrl(address))
                .andExpect(flash().attribute("notice", containsString("c'era già")));
    }

    @Test
    void theSecondToChangeTheWordsSeesBoth() throws Exception {
        String address = PictureController.PICTURES + "/" + uploaded("La piazza");
        change(address, 0, "La piazza di sera").andExpect(redirectedUrl(address));
        change(address, 0, "La piazza di giorno")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La piazza di giorno")))
                .andExpect(content().string(containsString("<strong>La piazza di sera</strong>")));
        change(address, 1, " ").andExpect(status().isUnprocessableContent());
    }

    @Test
    void whatAVersionShowsStays() throws Exception {
        long beside = uploaded("Accanto al testo");
        long within = uploaded("Dentro il testo");
        long nowhere = uploaded("Da nessuna parte");
        cast.at(
                CENTRE,
                () -> jdbc.sql("""
                        with content as (insert into portal.content (kind, slug, title) values ('NEWS', :slug, 'La festa') returning id)
                        insert into portal.content_version (content_id, number, title, body, picture_id, author_name, at)
                        select id, 1, 'La festa', :body, :picture, 'Dario', now() from content""")
                        .param("slug", "la-festa-" + beside)
                        .param("body", "Ecco ![x](/immagini/" + within + "/320.webp) e ![y](/immagini/999999/320.webp)")
                        .param("picture", beside)
                        .update());
        for (long id : new long[] {beside, within}) {
            web.perform(get(PictureController.PICTURES + "/" + id).with(cast.with(Role.REDATTORE, CENTRE)))
                    .andExpect(content().string(containsString("La festa")))
                    .andExpect(content().string(not(containsString("Elimina l'immagine"))));
            remove(id).andExpect(flash().attribute("warning", containsString("«La festa»")));
        }
        remove(nowhere).andExpect(redirectedUrl(PictureController.PICTURES));
        web.perform(get("/immagini/" + nowhere + "/320.webp").with(cast.nobody(CENTRE)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aTextHasAllSizesOfItsPictures() throws Exception {
        long id = uploaded("La torre");
        String html = Markdown.html("![La torre](/immagini/" + id + "/320.webp) ![Niente](/immagini/888888/320.webp)");
        String shown = cast.at(CENTRE, () -> pictures.inText(html));
        assertThat(shown)
                .contains("srcset=\"/immagini/" + id + "/320.webp 320w, /immagini/" + id + "/640.webp 640w, ")
                .contains("width=\"320\" height=\"160\" loading=\"lazy\" alt=\"La torre\"")
                .contains("<img src=\"/immagini/888888/320.webp\" alt=\"Niente\"");
    }

    private ResultActions change(String address, int version, String words) throws Exception {
        return web.perform(post(address)
                .param("version", String.valueOf(version))
                .param("words", words)
                .with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private ResultActions remove(long id) throws Exception {
        return web.perform(
                post(PictureController.PICTURES + "/" + id + "/eliminazione").with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private long uploaded(String words) throws Exception {
        return Long.parseLong(address(upload(photograph(), words)).replaceFirst(".*/", ""));
    }

    private ResultActions upload(byte[] file, String words) throws Exception {
        return web.perform(multipart(PictureController.PICTURES)
                .file(new MockMultipartFile("file", "foto.png", "image/png", file))
                .param("words", words)
                .with(cast.with(Role.REDATTORE, CENTRE)));
    }

    private static String address(ResultActions answer) throws Exception {
        return Objects.requireNonNull(
                answer.andExpect(status().isFound()).andReturn().getResponse().getRedirectedUrl());
    }

    /** Each is another picture. */
    private static synchronized byte[] photograph() throws IOException {
        int width = widths += 2;
        return Photographs.file("png", width, width / 2);
    }
}
