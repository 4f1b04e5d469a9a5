// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.portal.Rating.Reason;
import it.opencit.portal.pages.SiteRating;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tickets.PublicForms;
import it.opencit.tickets.SignedLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A reader says how clear a page is, and then why, as the guidelines for public sites ask. The first step carries no token,
 * since the page it stands in is the same for everybody and browsers keep it: how many one address may send is limited.
 */
@Controller
@OpenToAll
class RatingController {

    static final String ADDRESS = "/valutazione";

    private static final String ONE = ADDRESS + "/{token}";
    private static final String PURPOSE = "valutazione";
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int LONGEST = 200;
    private static final Pattern PATH = Pattern.compile("/[a-z0-9/._-]{0,200}");
    private static final Pattern RESERVED = Pattern.compile("/(gestione|area|fornitore|api|valutazione)(/.*)?");

    private final Templates templates;
    private final Shells shells;
    private final RatingStore store;
    private final SiteForms site;
    private final FormGuard guard;
    private final SignedLinks links;
    private final Clock clock;

    RatingController(
            Templates templates,
            Shells shells,
            RatingStore store,
            SiteForms site,
            FormGuard guard,
            SignedLinks links,
            Clock clock) {
        this.templates = templates;
        this.shells = shells;
        this.store = store;
        this.site = site;
        this.guard = guard;
        this.links = links;
        this.clock = clock;
    }

    @PostMapping(ADDRESS)
    Object rate(Visit visit, FormInput form, HttpServletRequest request) {
        SitePage tooMany = guard.count(visit, PublicForms.Kind.RATING, request);
        if (tooMany != null) {
            return tooMany;
        }
        String path = form.typed("pagina");
        if (!PATH.matcher(path).matches() || RESERVED.matcher(path).matches()) {
            throw new NotFound("No page to rate");
        }
        String typed = form.typed("voto");
        if (!typed.matches("[1-5]")) {
            return SitePage.refused(
                    guard.said(visit, "clarity.question", visit.text().get("clarity.choose")));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String token = site.visitor(() -> links.token(
                PURPOSE, store.add(path, visit.language().tag(), Integer.parseInt(typed), now), now.plus(GOOD_FOR)));
        return "redirect:" + visit.to(ADDRESS + "/" + token);
    }

    @GetMapping(ONE)
    SitePage why(Visit visit, @PathVariable String token) {
        return SitePage.forOne(page(visit, token, FormInput.empty()));
    }

    @PostMapping(ONE)
    Object explain(Visit visit, @PathVariable String token, FormInput form, HttpServletRequest request) {
        SitePage tooMany = guard.count(visit, PublicForms.Kind.RATING, request);
        if (tooMany != null) {
            return tooMany;
        }
        SiteText text = visit.text();
        Rating rating = rating(token);
        Reason reason = Arrays.stream(Reason.values())
                .filter(one -> one.name().equals(form.typed("reason")))
                .findFirst()
                .orElse(null);
        String comment = form.typed("comment").strip();
        if (comment.length() > LONGEST) {
            form.reject("comment", text.get("clarity.comment.wrong", LONGEST));
        }
        if (reason == null) {
            form.reject("reason", text.get("clarity.reason.wrong"));
        } else if (form.isValid()) {
            site.visitor(() -> {
                store.explain(rating.id(), reason, comment);
                return true;
            });
            return "redirect:" + visit.to(ADDRESS + "/" + token);
        }
        return SitePage.refused(page(visit, token, form));
    }

    private JteModel page(Visit visit, String token, FormInput form) {
        SiteText text = visit.text();
        Rating rating = rating(token);
        String side = rating.isGood() ? "clarity.good" : "clarity.bad";
        List<Option> reasons = Arrays.stream(Reason.values())
                .map(reason -> new Option(reason.name(), text.get(side + "." + reason.name())))
                .toList();
        return templates.portalRating(new SiteRating(
                shells.of(visit, text.get("clarity.title")).hidden().unrated().build(),
                visit.to(ADDRESS + "/" + token),
                visit.to(rating.path()),
                rating.isExplained(),
                text.get(side),
                reasons,
                form));
    }

    private Rating rating(String token) {
        return site.visitor(() -> links.read(PURPOSE, token, clock.instant())
                .flatMap(store::find)
                .orElseThrow(() -> new NotFound("No such rating")));
    }
}
