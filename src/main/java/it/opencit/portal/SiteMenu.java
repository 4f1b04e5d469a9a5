// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Shell.Link;
import it.opencit.portal.pages.SiteText;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The main menu of the public site. */
@Component
class SiteMenu {

    /** The sections that every centre has, by the key of their label. */
    private static final Map<String, String> SECTIONS = Map.of(
            "menu.cit", "/cit",
            "menu.services", "/servizi",
            "menu.projects", "/work-in-progress",
            "menu.news", "/novita",
            "menu.events", "/eventi",
            "menu.help", "/assistenza");

    private static final List<String> ORDER =
            List.of("menu.cit", "menu.services", "menu.projects", "menu.news", "menu.events", "menu.help");

    List<Link> of(Visit visit) {
        SiteText text = visit.text();
        return ORDER.stream()
                .map(key -> {
                    String path = java.util.Objects.requireNonNull(SECTIONS.get(key));
                    boolean here = visit.path().equals(path) || visit.path().startsWith(path + "/");
                    return new Link(text.get(key), visit.to(path), here);
                })
                .toList();
    }
}
