// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import it.opencit.portal.pages.SiteCard;
import it.opencit.portal.pages.SiteSearch;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.access.OpenToAll;
import it.opencit.tickets.Knowledge;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks for words in everything that the public may read. */
@Controller
@OpenToAll
@Transactional(readOnly = true)
class SiteSearchController {

    private static final int MOST = 30;
    private static final int LONGEST = 200;

    private final Templates templates;
    private final Shells shells;
    private final PublishedStore published;
    private final PublicServices services;
    private final Knowledge knowledge;

    SiteSearchController(
            Templates templates,
            Shells shells,
            PublishedStore published,
            PublicServices services,
            Knowledge knowledge) {
        this.templates = templates;
        this.shells = shells;
        this.published = published;
        this.services = services;
        this.knowledge = knowledge;
    }

    @GetMapping("/cerca")
    SitePage search(Visit visit, @RequestParam(name = "q", defaultValue = "") String typed) {
        SiteText text = visit.text();
        String words = typed.strip().substring(0, Math.min(typed.strip().length(), LONGEST));
        List<SiteCard> found = new ArrayList<>();
        if (!words.isEmpty()) {
            found.addAll(Cards.of(published.search(words, MOST), visit, true));
            found.addAll(services.services(visit, words, MOST));
            knowledge.search(words).stream()
                    .map(one -> new SiteCard(
                            text.get("kind.ARTICLE"),
                            one.title(),
                            one.beginning(),
                            one.address(),
                            null,
                            List.of(),
                            null))
                    .forEach(found::add);
        }
        return new SitePage(templates.portalSearch(new SiteSearch(
                shells.of(visit, text.get("search.title")).hidden().unrated().build(), words, found)));
    }
}
