// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.OfferingId;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.centres.Links;
import it.opencit.portal.pages.Language;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What programs read of the site: feeds of the news, the calendar of the events, the map for search engines. */
@Controller
@OpenToAll
@Transactional(readOnly = true)
class FeedController {

    static final String RSS = "/novita/rss.xml";
    static final String ATOM = "/novita/atom.xml";
    static final String CALENDAR = "/eventi/calendario.ics";

    private static final int IN_A_FEED = 30;
    private static final int IN_A_MAP = 50_000; // the most that the protocol of sitemaps allows
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final PublishedStore published;
    private final PublicServices services;
    private final Centres centres;
    private final Links links;
    private final Clock clock;

    FeedController(PublishedStore published, PublicServices services, Centres centres, Links links, Clock clock) {
        this.published = published;
        this.services = services;
        this.centres = centres;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping(RSS)
    ResponseEntity<byte[]> rss() throws XMLStreamException {
        return answer("application/rss+xml", feed().rss());
    }

    @GetMapping(ATOM)
    ResponseEntity<byte[]> atom() throws XMLStreamException {
        return answer("application/atom+xml", feed().atom());
    }

    private Feed feed() {
        Centre centre = centres.current();
        return new Feed(
                centre.name(),
                centre.leadBody(),
                links.to("/novita"),
                links.to(ATOM),
                published.latest(ContentKind.NEWS, null, IN_A_FEED).stream()
                        .map(one -> new Feed.Entry(
                                one.italian().title(),
                                one.italian().summary(),
                                links.to(one.address()),
                                one.publishedAt(),
                                one.changedAt()))
                        .toList(),
                clock.instant());
    }

    @GetMapping(CALENDAR)
    ResponseEntity<byte[]> calendar() {
        return answer("text/calendar", EventCalendar.of(published.coming(clock.instant(), 200), links));
    }

    @GetMapping("/eventi/{slug}.ics")
    ResponseEntity<byte[]> event(@PathVariable String slug) {
        Published event = published
                .find(ContentKind.EVENT, null, slug)
                .filter(one -> one.said().event().starts() != null)
                .orElseThrow(() -> new NotFound("No event at " + slug));
        return answer("text/calendar", EventCalendar.of(event, links));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> map() throws XMLStreamException {
        Set<OfferingId> translated = services.translated();
        Stream<SiteMap.Place> pages = Stream.of(
                        "/",
                        "/cit",
                        SiteMembersController.ADDRESS,
                        "/servizi",
                        "/work-in-progress",
                        "/novita",
                        "/eventi",
                        "/assistenza",
                        "/dati")
                .map(path -> place(path, true));
        List<SiteMap.Place> fixed = Stream.concat(
                        pages,
                        services.all().stream()
                                .map(one -> place(PublicServices.address(one), translated.contains(one.id()))))
                .toList();
        List<SiteMap.Place> contents = published.places(IN_A_MAP - fixed.size()).stream()
                .map(one -> {
                    String path = Content.address(
                            one.kind(), one.section().isEmpty() ? null : Section.valueOf(one.section()), one.slug());
                    return new SiteMap.Place(
                            links.to(path),
                            one.english() ? links.to(Language.ENGLISH.address(path)) : null,
                            one.changed());
                })
                .toList();
        return answer("application/xml", SiteMap.of(fixed, contents));
    }

    private SiteMap.Place place(String path, boolean translated) {
        return new SiteMap.Place(links.to(path), translated ? links.to(Language.ENGLISH.address(path)) : null, null);
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        String text = """
                User-agent: *
                Disallow: /gestione
                Disallow: /area
                Disallow: /fornitore
                Disallow: /accesso
                Disallow: /anteprima
                Disallow: /cerca

                Sitemap: %s
                """.formatted(links.to("/sitemap.xml"));
        return answer("text/plain", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .body(bytes);
    }
}
