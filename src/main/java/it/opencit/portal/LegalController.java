// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.portal.pages.Shell.Link;
import it.opencit.portal.pages.SiteContent;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.texts.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What the law asks a public site to say. A centre may write each page itself; until it does, privacy and legal notes are
 * those of its settings, and cookies and accessibility say how this program behaves.
 */
@Controller
@OpenToAll
@Transactional(readOnly = true)
class LegalController {

    /** The pages that every site has, by the last part of their address. */
    static final List<String> ALWAYS = List.of("privacy", "note-legali", "accessibilita", "cookie");

    private final Templates templates;
    private final Shells shells;
    private final PublishedStore published;
    private final ContentPages contents;
    private final Centres centres;

    LegalController(
            Templates templates, Shells shells, PublishedStore published, ContentPages contents, Centres centres) {
        this.templates = templates;
        this.shells = shells;
        this.published = published;
        this.contents = contents;
        this.centres = centres;
    }

    @GetMapping("/legale/{slug}")
    SitePage page(@PathVariable String slug, Visit visit) {
        Optional<Published> written = published.find(ContentKind.PAGE, Section.LEGALE, slug);
        if (written.isPresent()) {
            return new SitePage(contents.page(
                    written.get(), visit, new Link(visit.text().get("legal.privacy"), "/legale/privacy")));
        }
        if (!ALWAYS.contains(slug)) {
            throw new NotFound("No legal page " + slug);
        }
        SiteText text = visit.text();
        return new SitePage(templates.portalContent(new SiteContent(
                shells.of(visit, text.get("legal." + slug)).unrated().build(),
                null,
                null,
                "",
                Markdown.html(body(slug, text)),
                List.of(),
                null,
                List.of(),
                List.of(),
                "")));
    }

    private String body(String slug, SiteText text) {
        Centre centre = centres.current();
        String own =
                switch (slug) {
                    case "privacy" -> centre.privacyText();
                    case "note-legali" -> centre.legalText();
                    default -> "";
                };
        return switch (slug) {
            case "privacy", "note-legali" -> own.isBlank() ? text.get("legal.unwritten") : own;
            case "accessibilita" -> accessibility(centre, text);
            default -> text.get("legal.cookie.text");
        };
    }

    /** As AgID's model of the statement asks: the statement, where obstacles are told, who else answers. */
    private static String accessibility(Centre centre, SiteText text) {
        List<String> parts = new ArrayList<>();
        parts.add(text.get("legal.accessibilita.text", centre.name()));
        String statement = centre.accessibilityStatement();
        if (!statement.isEmpty()) {
            parts.add("## " + text.get("legal.accessibilita"));
            parts.add(text.get("legal.accessibilita.statement", "<" + statement + ">"));
        }
        parts.add("## " + text.get("legal.accessibilita.feedback"));
        String feedback = centre.accessibilityFeedback().isEmpty() ? centre.email() : centre.accessibilityFeedback();
        if (!feedback.isEmpty()) {
            parts.add(text.get("legal.accessibilita.tell", "<" + feedback + ">"));
        }
        List<String> others = Stream.of(
                        centre.phone().isEmpty() ? "" : text.get("contacts.phone") + " " + centre.phone(),
                        centre.pec().isEmpty() ? "" : "PEC <" + centre.pec() + ">")
                .filter(one -> !one.isEmpty())
                .toList();
        if (!others.isEmpty()) {
            parts.add(text.get("legal.accessibilita.contacts", centre.name(), String.join(", ", others)));
        }
        parts.add(text.get("legal.accessibilita.enforcement"));
        return String.join("\n\n", parts);
    }
}
