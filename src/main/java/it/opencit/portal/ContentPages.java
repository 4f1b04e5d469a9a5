// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.Shell.Link;
import it.opencit.portal.pages.ShownPicture;
import it.opencit.portal.pages.SiteContent;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.texts.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A content as its page shows it, published or looked at before it is. */
@Component
class ContentPages {

    private final Templates templates;
    private final Shells shells;
    private final Pictures pictures;
    private final Clock clock;

    ContentPages(Templates templates, Shells shells, Pictures pictures, Clock clock) {
        this.templates = templates;
        this.shells = shells;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** @param above the list that it belongs to */
    JteModel page(Published content, Visit visit, Link above) {
        return page(content, visit, above, null);
    }

    /**
     * As the public is going to read it; search engines leave it out.
     *
     * @param address of the preview, below which its files are
     */
    JteModel preview(Published content, Visit visit, Link above, String address) {
        return page(content, visit, above, address);
    }

    private JteModel page(Published content, Visit visit, Link above, @Nullable String preview) {
        SiteText text = visit.text();
        Language written = content.written(visit.language());
        ContentText said = content.in(visit.language());
        Shells.Draft shell = shells.of(visit, said.title())
                .titleIn(Cards.foreign(written, visit))
                .description(said.summary())
                .below(above.label(), above.address())
                .data(type(content.kind()), data(content, said, written));
        if (!content.isTranslated()) {
            shell.inItalianOnly();
        }
        if (preview != null) {
            shell.hidden().unrated();
        }
        Long number = content.said().picture();
        ShownPicture picture = number == null
                ? null
                : pictures.find(number).map(Picture::shown).orElse(null);
        shell.picture(picture == null ? null : picture.address());
        return templates.portalContent(new SiteContent(
                shell.build(),
                Cards.foreign(written, visit),
                picture,
                said.summary(),
                pictures.inText(Markdown.html(said.body())),
                Cards.facts(content, text),
                content.said().project().progress(),
                preview == null ? acts(content, visit) : List.of(),
                attachments(content, preview == null ? "/allegati/" + content.id() : preview + "/allegati"),
                text.get("content.changed", text.day(content.changedAt()))));
    }

    private List<Link> acts(Published content, Visit visit) {
        List<Link> acts = new ArrayList<>();
        if (content.kind() == ContentKind.EVENT && content.said().event().starts() != null) {
            Instant until = content.said().event().enrolmentEnds();
            if (until != null && until.isAfter(clock.instant())) {
                acts.add(new Link(visit.text().get("event.enrol"), visit.to(content.address() + "/iscrizione")));
            }
            acts.add(new Link(visit.text().get("event.calendar"), content.address() + ".ics"));
        }
        return acts;
    }

    private static List<Link> attachments(Published content, String below) {
        return content.said().attachments().stream()
                .map(one -> new Link(one.title(), below + "/" + one.file()))
                .toList();
    }

    private static String type(ContentKind kind) {
        return switch (kind) {
            case PAGE -> "WebPage";
            case NEWS -> "NewsArticle";
            case EVENT -> "Event";
            case PROJECT -> "Project";
        };
    }

    private static Map<String, Object> data(Published content, ContentText said, Language written) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(content.kind() == ContentKind.NEWS ? "headline" : "name", said.title());
        if (!said.summary().isEmpty()) {
            data.put("description", said.summary());
        }
        switch (content.kind()) {
            case EVENT -> {
                EventDetails event = content.said().event();
                if (event.starts() != null) { // a preview may be of an event whose time is not known yet
                    data.put("startDate", event.starts().toString());
                }
                if (event.ends() != null) {
                    data.put("endDate", event.ends().toString());
                }
                if (!event.place().isEmpty()) {
                    data.put("location", Map.of("@type", "Place", "name", event.place(), "address", event.place()));
                }
            }
            case NEWS, PAGE -> {
                data.put("inLanguage", written.tag());
                data.put("datePublished", content.publishedAt().toString());
                data.put("dateModified", content.changedAt().toString());
            }
            case PROJECT -> {}
        }
        return data;
    }
}
