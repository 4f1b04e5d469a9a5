// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.Shell.Link;
import it.opencit.portal.pages.SiteContent;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.texts.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A content as its page shows it, published or looked at before it is. */
@Component
class ContentPages {

    private final Templates templates;
    private final Shells shells;
    private final Clock clock;

    ContentPages(Templates templates, Shells shells, Clock clock) {
        this.templates = templates;
        this.shells = shells;
        this.clock = clock;
    }

    /** @param above the list that it belongs to */
    JteModel page(Published content, Visit visit, Link above) {
        SiteText text = visit.text();
        Language written = content.written(visit.language());
        ContentText said = content.in(visit.language());
        Shells.Draft shell = shells.of(visit, said.title())
                .description(said.summary())
                .below(above.label(), above.address())
                .data(type(content.kind()), data(content, said, written));
        if (!content.isTranslated()) {
            shell.inItalianOnly();
        }
        return templates.portalContent(new SiteContent(
                shell.build(),
                Cards.foreign(written, visit),
                said.summary(),
                Markdown.html(said.body()),
                Cards.facts(content, text),
                content.said().project().progress(),
                acts(content, visit),
                attachments(content, visit),
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

    private static List<Link> attachments(Published content, Visit visit) {
        return content.said().attachments().stream()
                .map(one -> new Link(one.title(), "/allegati/" + content.id() + "/" + one.file()))
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
                data.put("startDate", String.valueOf(event.starts()));
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
