// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.SheetVersions;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.portal.pages.Shell.Link;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The latest version of a content or of a sheet as the public is going to read it, for whoever was given its signed link. */
@Controller
@OpenToAll
class PreviewController {

    private static final String ONE = Previews.ADDRESS + "/{token}";

    private final Contents contents;
    private final ContentPages pages;
    private final Documents documents;
    private final Previews previews;
    private final Catalogue catalogue;
    private final SheetVersions sheets;
    private final ServiceSheets services;
    private final Templates templates;
    private final Clock clock;

    PreviewController(
            Contents contents,
            ContentPages pages,
            Documents documents,
            Previews previews,
            Catalogue catalogue,
            SheetVersions sheets,
            ServiceSheets services,
            Templates templates,
            Clock clock) {
        this.contents = contents;
        this.pages = pages;
        this.documents = documents;
        this.previews = previews;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.services = services;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping(ONE)
    SitePage show(@PathVariable String token, Visit visit, HttpServletResponse response) {
        Content content = content(token);
        ContentVersion latest = contents.version(content.id(), content.latest());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Published asIfPublished = new Published(
                content.id(),
                content.kind(),
                content.section(),
                content.slug(),
                Objects.requireNonNullElse(content.publishedAt(), clock.instant()),
                latest.at(),
                latest.draft());
        return SitePage.forOne(pages.preview(
                asIfPublished,
                visit,
                new Link(visit.text().get("preview"), Previews.ADDRESS + "/" + token),
                Previews.ADDRESS + "/" + token));
    }

    @GetMapping(ONE + "/allegati/{file:\\d+}")
    ResponseEntity<InputStreamResource> file(@PathVariable String token, @PathVariable FileId file) {
        Content content = content(token);
        if (contents.version(content.id(), content.latest()).draft().attachments().stream()
                .noneMatch(one -> one.file().equals(file))) {
            throw new NotFound("File " + file + " of content " + content.id());
        }
        return documents.download(documents.find(file).orElseThrow(() -> new NotFound("File " + file)));
    }

    /** The latest version of the sheet of a service; whoever reads it may compute costs on the page that is published. */
    @GetMapping(Previews.SHEETS + "/{token}")
    @Transactional
    SitePage sheet(@PathVariable String token, Visit visit, HttpServletResponse response) {
        OfferingId id = previews.readSheet(token).orElseThrow(() -> new NotFound("No preview"));
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return SitePage.forOne(templates.portalService(services.preview(
                catalogue.get(id),
                sheets.latest(id),
                visit,
                new Link(visit.text().get("preview"), Previews.SHEETS + "/" + token))));
    }

    private Content content(String token) {
        return contents.get(previews.read(token).orElseThrow(() -> new NotFound("No preview")));
    }
}
