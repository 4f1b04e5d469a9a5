// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Links;
import it.opencit.portal.OpenData.OpenCost;
import it.opencit.portal.OpenData.OpenMember;
import it.opencit.portal.OpenData.OpenService;
import it.opencit.portal.OpenData.OpenUse;
import it.opencit.shared.access.OpenToAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What any program may read without a token: the open data, news and events. May be ten minutes old. */
@RestController
@RequestMapping("/api/v1/public")
@OpenToAll
@Transactional(readOnly = true)
class PublicApi {

    private static final int MOST = 50;
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final OpenData data;
    private final PublishedStore published;
    private final Links links;
    private final Clock clock;

    PublicApi(OpenData data, PublishedStore published, Links links, Clock clock) {
        this.data = data;
        this.published = published;
        this.links = links;
        this.clock = clock;
    }

    /** Some things; {@code next} is the value of {@code after} for those that follow, {@code null} when there are none. */
    record PublicItems<T>(List<T> items, @Nullable String next) {}

    /**
     * A piece of news.
     *
     * @param page its address
     */
    record PublicNews(String title, String summary, Instant publishedAt, String page) {}

    /**
     * An event.
     *
     * @param page its address
     */
    record PublicEvent(
            String title,
            String summary,
            @Nullable Instant starts,
            @Nullable Instant ends,
            String place,
            String page) {}

    @GetMapping("/members")
    ResponseEntity<PublicItems<OpenMember>> members() {
        return answer(data.members(), null);
    }

    @GetMapping("/services")
    ResponseEntity<PublicItems<OpenService>> services() {
        return answer(data.services(), null);
    }

    @GetMapping("/costs")
    ResponseEntity<PublicItems<OpenCost>> costs() {
        return answer(data.costs(), null);
    }

    @GetMapping("/use")
    ResponseEntity<PublicItems<OpenUse>> use() {
        return answer(data.use(), null);
    }

    /** The latest first, fifty at a time. */
    @GetMapping("/news")
    ResponseEntity<PublicItems<PublicNews>> news(@RequestParam(required = false) @Nullable ContentId after) {
        List<Teaser> found = published.latest(ContentKind.NEWS, after, MOST + 1);
        List<Teaser> shown = found.subList(0, Math.min(found.size(), MOST));
        return answer(
                shown.stream()
                        .map(one -> new PublicNews(
                                one.italian().title(),
                                one.italian().summary(),
                                one.publishedAt(),
                                links.to(one.address())))
                        .toList(),
                found.size() > MOST ? shown.getLast().id().toString() : null);
    }

    /** Those that have not ended, the next first. */
    @GetMapping("/events")
    ResponseEntity<PublicItems<PublicEvent>> events() {
        return answer(
                published.coming(clock.instant(), MOST).stream()
                        .map(one -> new PublicEvent(
                                one.italian().title(),
                                one.italian().summary(),
                                one.event().starts(),
                                one.event().ends(),
                                one.event().place(),
                                links.to(one.address())))
                        .toList(),
                null);
    }

    private static <T> ResponseEntity<PublicItems<T>> answer(List<T> items, @Nullable String next) {
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .header("Access-Control-Allow-Origin", "*")
                .body(new PublicItems<>(items, next));
    }
}
