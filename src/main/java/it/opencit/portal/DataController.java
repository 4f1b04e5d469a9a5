// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import it.opencit.centres.Centres;
import it.opencit.centres.Links;
import it.opencit.portal.pages.SiteData;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The open data of the centre: their page, their files, their catalogue. */
@Controller
@OpenToAll
@Transactional(readOnly = true)
class DataController {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final Templates templates;
    private final Shells shells;
    private final OpenData data;
    private final Centres centres;
    private final Links links;
    private final JsonMapper json;
    private final Clock clock;

    DataController(
            Templates templates,
            Shells shells,
            OpenData data,
            Centres centres,
            Links links,
            JsonMapper json,
            Clock clock) {
        this.templates = templates;
        this.shells = shells;
        this.data = data;
        this.centres = centres;
        this.links = links;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/dati")
    SitePage page(Visit visit) {
        SiteText text = visit.text();
        return new SitePage(templates.portalData(new SiteData(
                shells.of(visit, text.get("data.title"))
                        .description(text.get("data.lead"))
                        .build(),
                Arrays.stream(Dataset.values())
                        .map(one -> new SiteData.Set(
                                one.file(),
                                text.get("data." + one.key()),
                                text.get("data." + one.key() + ".text"),
                                one.columns().stream()
                                        .map(column -> new SiteData.Column(
                                                column, text.get("data." + one.key() + "." + column)))
                                        .toList()))
                        .toList(),
                DataCatalogue.LICENCE)));
    }

    @GetMapping("/dati/{file}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String file) {
        return answer("text/csv", set(file).csv(data));
    }

    @GetMapping("/dati/{file}.json")
    ResponseEntity<byte[]> json(@PathVariable String file) {
        return answer("application/json", json.writeValueAsString(set(file).rows(data)));
    }

    @GetMapping("/dati/catalogo.jsonld")
    ResponseEntity<byte[]> catalogue() {
        return answer(
                "application/ld+json",
                json.writeValueAsString(DataCatalogue.of(centres.current(), links, LocalDate.now(clock))));
    }

    private static Dataset set(String file) {
        return Dataset.of(file).orElseThrow(() -> new NotFound("No open data called " + file));
    }

    /** Programs of other sites may read it from within a browser too. */
    private static ResponseEntity<byte[]> answer(String type, String body) {
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .header("Access-Control-Allow-Origin", "*")
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
