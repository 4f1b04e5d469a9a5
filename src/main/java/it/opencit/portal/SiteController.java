// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.portal.pages.Shell.Link;
import it.opencit.portal.pages.SiteCard;
import it.opencit.portal.pages.SiteHome;
import it.opencit.portal.pages.SiteList;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page and what the editors write: news, events, projects, pages. */
@Controller
@OpenToAll
@Transactional(readOnly = true)
class SiteController {

    private static final int ON_HOME = 3;
    private static final int ON_A_PAGE = 12;

    private final Templates templates;
    private final Shells shells;
    private final PublishedStore published;
    private final ContentPages contents;
    private final Pictures pictures;
    private final Arrangements arrangements;
    private final CentreNumbers numbers;
    private final Centres centres;
    private final Clock clock;

    SiteController(
            Templates templates,
            Shells shells,
            PublishedStore published,
            ContentPages contents,
            Pictures pictures,
            Arrangements arrangements,
            CentreNumbers numbers,
            Centres centres,
            Clock clock) {
        this.templates = templates;
        this.shells = shells;
        this.published = published;
        this.contents = contents;
        this.pictures = pictures;
        this.arrangements = arrangements;
        this.numbers = numbers;
        this.centres = centres;
        this.clock = clock;
    }

    @GetMapping("/")
    SitePage home(Visit visit) {
        Centre centre = centres.current();
        Arrangement arrangement = arrangements.current();
        List<Teaser> chosen = arrangements.highlights(arrangement);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", centre.name());
        data.put("parentOrganization", Map.of("@type", "GovernmentOrganization", "name", centre.leadBody()));
        return new SitePage(templates.portalHome(new SiteHome(
                shells.of(visit, centre.name())
                        .description(visit.text().get("home.lead", centre.leadBody()))
                        .data("GovernmentOrganization", data)
                        .build(),
                arrangement.home().stream().map(Enum::name).toList(),
                cards(
                        chosen.isEmpty()
                                ? published.pages(Section.CIT).stream()
                                        .limit(ON_HOME)
                                        .toList()
                                : chosen,
                        visit),
                cards(published.latest(ContentKind.NEWS, null, ON_HOME), visit),
                cards(published.coming(clock.instant(), ON_HOME), visit),
                numbers.shown(visit),
                SiteMembersController.map(centre).isEmpty() ? null : SiteMembersController.MAP)));
    }

    @GetMapping("/novita")
    SitePage news(Visit visit, @RequestParam(name = "dopo", required = false) @Nullable ContentId after) {
        SiteText text = visit.text();
        return list(
                visit,
                "menu.news",
                "news.lead",
                published.latest(ContentKind.NEWS, after, ON_A_PAGE + 1),
                List.of(
                        new Link(text.get("feed.rss"), FeedController.RSS),
                        new Link(text.get("feed.atom"), FeedController.ATOM)));
    }

    @GetMapping("/work-in-progress")
    SitePage projects(Visit visit, @RequestParam(name = "dopo", required = false) @Nullable ContentId after) {
        return list(
                visit,
                "menu.projects",
                "projects.lead",
                published.latest(ContentKind.PROJECT, after, ON_A_PAGE + 1),
                List.of());
    }

    private SitePage list(Visit visit, String title, String lead, List<Teaser> found, List<Link> feeds) {
        SiteText text = visit.text();
        List<Teaser> shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        return new SitePage(templates.portalList(new SiteList(
                shells.of(visit, text.get(title)).description(text.get(lead)).build(),
                text.get(lead),
                cards(shown, visit),
                text.get("list.empty"),
                List.of(),
                "",
                found.size() > ON_A_PAGE
                        ? visit.to(visit.path()) + "?dopo=" + shown.getLast().id()
                        : null,
                feeds)));
    }

    @GetMapping("/eventi")
    SitePage events(Visit visit, @RequestParam(name = "dopo", required = false) @Nullable ContentId after) {
        SiteText text = visit.text();
        List<Teaser> coming = after == null ? published.coming(clock.instant(), 100) : List.of();
        List<Teaser> past = published.past(clock.instant(), after, ON_A_PAGE + 1);
        List<Teaser> shown = past.subList(0, Math.min(past.size(), ON_A_PAGE));
        return new SitePage(templates.portalList(new SiteList(
                shells.of(visit, text.get("menu.events"))
                        .description(text.get("events.lead"))
                        .build(),
                text.get("events.lead"),
                cards(coming, visit),
                text.get("events.empty"),
                cards(shown, visit),
                text.get("events.past"),
                past.size() > ON_A_PAGE
                        ? visit.to("/eventi") + "?dopo=" + shown.getLast().id()
                        : null,
                List.of(new Link(text.get("feed.calendar"), FeedController.CALENDAR)))));
    }

    @GetMapping("/cit")
    SitePage centre(Visit visit) {
        SiteText text = visit.text();
        return new SitePage(templates.portalList(new SiteList(
                shells.of(visit, text.get("menu.cit"))
                        .description(text.get("cit.lead", centres.current().leadBody()))
                        .build(),
                text.get("cit.lead", centres.current().leadBody()),
                cards(published.pages(Section.CIT), visit),
                text.get("list.empty"),
                List.of(),
                "",
                null,
                List.of(new Link(text.get("members.title"), visit.to(SiteMembersController.ADDRESS))))));
    }

    private List<SiteCard> cards(List<Teaser> teasers, Visit visit) {
        return Cards.of(
                teasers,
                visit,
                pictures.shown(teasers.stream()
                        .map(Teaser::picture)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
    }

    @GetMapping("/novita/{slug}")
    SitePage news(@PathVariable String slug, Visit visit) {
        return content(ContentKind.NEWS, null, slug, visit, "menu.news");
    }

    @GetMapping("/eventi/{slug}")
    SitePage event(@PathVariable String slug, Visit visit) {
        return content(ContentKind.EVENT, null, slug, visit, "menu.events");
    }

    @GetMapping("/work-in-progress/{slug}")
    SitePage project(@PathVariable String slug, Visit visit) {
        return content(ContentKind.PROJECT, null, slug, visit, "menu.projects");
    }

    @GetMapping("/cit/{slug}")
    SitePage page(@PathVariable String slug, Visit visit) {
        return content(ContentKind.PAGE, Section.CIT, slug, visit, "menu.cit");
    }

    @GetMapping("/assistenza/{slug}")
    SitePage helpPage(@PathVariable String slug, Visit visit) {
        return content(ContentKind.PAGE, Section.ASSISTENZA, slug, visit, "menu.help");
    }

    private SitePage content(ContentKind kind, @Nullable Section section, String slug, Visit visit, String above) {
        Published found =
                published.find(kind, section, slug).orElseThrow(() -> new NotFound("No " + kind + " at " + slug));
        return new SitePage(contents.page(
                found, visit, new Link(visit.text().get(above), section == null ? kind.address() : section.address())));
    }
}
