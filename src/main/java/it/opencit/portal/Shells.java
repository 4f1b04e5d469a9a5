// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Links;
import it.opencit.portal.pages.Shell;
import it.opencit.portal.pages.Shell.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes what stands around a public page. */
@Component
class Shells {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SiteMenu menu;
    private final Links links;

    Shells(SiteMenu menu, Links links) {
        this.menu = menu;
        this.links = links;
    }

    /** Begins the shell of a page, which readers of both languages find, search engines too, and may rate. */
    Draft of(Visit visit, String title) {
        return new Draft(visit, title);
    }

    /** Says one by one what differs. */
    final class Draft {

        private final Visit visit;
        private final String title;
        private final List<Link> breadcrumb = new ArrayList<>();
        private @Nullable String titleLanguage;
        private List<Link> index = List.of();
        private String description = "";
        private boolean translated = true;
        private boolean found = true;
        private boolean rated = true;
        private @Nullable String picture;
        private String data = "";

        private Draft(Visit visit, String title) {
            this.visit = visit;
            this.title = title;
        }

        /** @param language of the title, when it is not the page's own; {@code null} otherwise */
        Draft titleIn(@Nullable String language) {
            titleLanguage = language;
            return this;
        }

        Draft description(String sentence) {
            description = sentence;
            return this;
        }

        /** A page above this one, after those said before. */
        Draft below(String label, String path) {
            breadcrumb.add(new Link(label, visit.to(path)));
            return this;
        }

        /** Headings to jump to, with their anchors. */
        Draft index(List<Link> headings) {
            index = headings;
            return this;
        }

        /** The page says something in the language in which it is asked for only in Italian, or is asked for in Italian only. */
        Draft inItalianOnly() {
            translated = false;
            return this;
        }

        /** Search engines leave it out. */
        Draft hidden() {
            found = false;
            return this;
        }

        Draft unrated() {
            rated = false;
            return this;
        }

        /** @param path of the picture that goes with the page when it is shared; {@code null} for none */
        Draft picture(@Nullable String path) {
            picture = path == null ? null : links.to(path);
            return this;
        }

        /** What the page tells programs, as schema.org names it; {@code url} is added. */
        Draft data(String type, Map<String, ?> properties) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("@context", "https://schema.org");
            whole.put("@type", type);
            whole.put("url", links.to(visit.to(visit.path())));
            whole.putAll(properties);
            // Within a page, nothing in a text may end the element that holds it.
            data = JSON.writeValueAsString(whole).replace("<", "\\u003c");
            return this;
        }

        Shell build() {
            return new Shell(
                    visit.text(),
                    title,
                    titleLanguage,
                    description,
                    visit.path(),
                    menu.of(visit),
                    breadcrumb,
                    index,
                    translated,
                    links.to(visit.to(visit.path())),
                    picture,
                    data,
                    found,
                    rated);
        }
    }
}
