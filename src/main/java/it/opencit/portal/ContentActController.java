// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.texts.Markdown;
import java.time.Instant;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far a content has come, its versions, and what moves it on. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.REDATTORE})
class ContentActController {

    private final Templates templates;
    private final Contents contents;
    private final Pictures pictures;
    private final Previews previews;
    private final BrokenLinks links;

    ContentActController(
            Templates templates, Contents contents, Pictures pictures, Previews previews, BrokenLinks links) {
        this.templates = templates;
        this.contents = contents;
        this.pictures = pictures;
        this.previews = previews;
        this.links = links;
    }

    @GetMapping(ContentController.ONE)
    JteModel show(@PathVariable ContentId id) {
        return page(contents.get(id), FormInput.empty());
    }

    @PostMapping(ContentController.ONE + "/stato")
    Object move(@PathVariable ContentId id, @RequestParam ContentState to, FormInput form, RedirectAttributes flash) {
        Content content = contents.get(id);
        try {
            if (content.version() != form.version()) {
                throw new Refusal("portal.content.moved-meanwhile");
            }
            Instant at = to == ContentState.SCHEDULED ? form.moment("at") : null;
            if (to == ContentState.SCHEDULED && at == null && form.isValid()) {
                form.reject("atOn", Messages.text("shared.moment.day"));
            }
            if (form.isValid()) {
                contents.move(content, to, at);
                flash.addFlashAttribute("notice", done(to));
                return "redirect:" + ContentController.CONTENTS + "/" + id;
            }
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("portal.content.moved-meanwhile"));
        } catch (Refusal refusal) {
            String field = refusal.field();
            form.reject("at".equals(field) ? "atOn" : "", refusal.inItalian());
        }
        return Answer.refused(page(contents.get(id), form));
    }

    private static String done(ContentState to) {
        return switch (to) {
            case DRAFT -> "È di nuovo una bozza.";
            case REVIEW -> "Mandato in revisione.";
            case SCHEDULED -> "Si pubblica da solo, all'ora detta.";
            case PUBLISHED -> "Pubblicato: il pubblico lo legge già.";
            case ARCHIVED -> "Archiviato: il pubblico non lo legge più, le versioni restano.";
        };
    }

    @GetMapping(ContentController.ONE + "/versioni/{number:\\d+}")
    JteModel version(@PathVariable ContentId id, @PathVariable int number) {
        Content content = contents.get(id);
        ContentVersion version = contents.version(id, number);
        return templates.portalContentVersion(
                ContentController.CONTENTS + "/" + id,
                ContentViews.which(version),
                version.draft().italian(),
                pictures.inText(Markdown.html(version.draft().italian().body())),
                version.draft().english(),
                pictures.inText(Markdown.html(version.draft().english().body())),
                number == content.latest() ? "" : ContentController.CONTENTS + "/" + id + "/versioni/" + number,
                content.version());
    }

    @GetMapping(ContentController.ONE + "/differenze")
    JteModel difference(@PathVariable ContentId id, @RequestParam int da, @RequestParam int a) {
        return templates.portalContentChanges(
                contents.get(id).title(),
                ContentController.CONTENTS + "/" + id,
                ContentViews.changes(contents.version(id, da), contents.version(id, a)));
    }

    @PostMapping(ContentController.ONE + "/versioni/{number:\\d+}/ripristino")
    String restore(
            @PathVariable ContentId id,
            @PathVariable int number,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash) {
        Content content = contents.get(id);
        if (number < 1 || number > content.latest()) {
            throw new NotFound("Version " + number + " of content " + id);
        }
        try {
            if (content.version() != form.version()) {
                throw new Refusal("portal.content.moved-meanwhile");
            }
            contents.restore(content, number, person.displayName());
            flash.addFlashAttribute(
                    "notice", "La versione " + number + " è di nuovo l'ultima, come bozza: quando vuoi, pubblicala.");
        } catch (OptimisticLockingFailureException e) {
            flash.addFlashAttribute("warning", Messages.text("portal.content.moved-meanwhile"));
        } catch (Refusal refusal) {
            flash.addFlashAttribute("warning", refusal.inItalian());
        }
        return "redirect:" + ContentController.CONTENTS + "/" + id;
    }

    private JteModel page(Content content, FormInput form) {
        return templates.portalEditedContent(ContentViews.of(
                content,
                contents.versions(content.id()),
                links.of(content.id()),
                previews.address(content.id()),
                previews.until(),
                form));
    }
}
