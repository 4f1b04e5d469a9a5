// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.catalogue.pages.EditedSheet;
import it.opencit.catalogue.pages.SheetVersionPage;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far the latest version of a sheet has come, every version, and what moves it on. */
@Controller
@RequestMapping(Addresses.OFFERINGS + "/{id:\\d+}/scheda/pubblicazione")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.REDATTORE})
class SheetVersionController {

    private final Templates templates;
    private final Catalogue catalogue;
    private final SheetVersions sheets;
    private final ObjectProvider<SheetPreviews> previews;

    SheetVersionController(
            Templates templates, Catalogue catalogue, SheetVersions sheets, ObjectProvider<SheetPreviews> previews) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.previews = previews;
    }

    @GetMapping
    JteModel show(@PathVariable OfferingId id) {
        return page(id, FormInput.empty());
    }

    @PostMapping("/stato")
    Object move(@PathVariable OfferingId id, @RequestParam String to, FormInput form, RedirectAttributes flash) {
        try {
            switch (to) {
                case "PUBLISHED" -> {
                    sheets.publish(id, form.version());
                    flash.addFlashAttribute("notice", "Scheda pubblicata: il pubblico la legge già.");
                }
                case "DRAFT" -> {
                    sheets.schedule(id, null, form.version());
                    flash.addFlashAttribute("notice", "La bozza non si pubblica più da sola.");
                }
                default -> {
                    Instant at = moment(form);
                    if (at != null) {
                        sheets.schedule(id, at, form.version());
                        flash.addFlashAttribute("notice", "La bozza si pubblica da sola, all'ora detta.");
                    }
                }
            }
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("catalogue.sheet.moved-meanwhile"));
        } catch (Refusal refusal) {
            form.reject("at".equals(refusal.field()) ? "atOn" : "", refusal.inItalian());
        }
        return form.isValid() ? "redirect:" + Addresses.versions(id) : Answer.refused(page(id, form));
    }

    /** {@code null} when the form says what is wrong. */
    private static @Nullable Instant moment(FormInput form) {
        Instant at = form.moment("at");
        if (at == null && form.isValid()) {
            form.reject("atOn", Messages.text("shared.moment.day"));
        }
        return at;
    }

    @GetMapping("/versioni/{number:\\d+}")
    JteModel version(@PathVariable OfferingId id, @PathVariable int number) {
        SheetVersion version = sheets.version(id, number);
        SheetStanding standing = sheets.standing(id);
        return templates.catalogueSheetVersion(new SheetVersionPage(
                catalogue.get(id).title(),
                Addresses.of(id),
                Addresses.versions(id),
                SheetViews.which(version),
                SheetTexts.lines(version.sheet()).stream()
                        .filter(line -> !line.text().isEmpty())
                        .toList(),
                number == standing.latest() ? "" : Addresses.versions(id) + "/versioni/" + number,
                standing.version()));
    }

    @GetMapping("/differenze")
    JteModel difference(@PathVariable OfferingId id, @RequestParam int da, @RequestParam int a) {
        return templates.catalogueSheetChanges(
                catalogue.get(id).title(),
                Addresses.of(id),
                Addresses.versions(id),
                SheetViews.changes(sheets.version(id, da), sheets.version(id, a)));
    }

    @PostMapping("/versioni/{number:\\d+}/ripristino")
    String restore(
            @PathVariable OfferingId id,
            @PathVariable int number,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash) {
        try {
            sheets.restore(id, number, person.displayName(), form.version());
            flash.addFlashAttribute(
                    "notice", "La versione " + number + " è di nuovo l'ultima, come bozza: quando vuoi, pubblicala.");
        } catch (OptimisticLockingFailureException e) {
            flash.addFlashAttribute("warning", Messages.text("catalogue.sheet.moved-meanwhile"));
        }
        return "redirect:" + Addresses.versions(id);
    }

    private JteModel page(OfferingId id, FormInput form) {
        Offering offering = catalogue.get(id);
        SheetStanding standing = sheets.standing(id);
        SheetPreviews shown = previews.getIfAvailable();
        SheetPreviews.Preview preview = shown == null ? null : shown.preview(id);
        return templates.catalogueEditedSheet(new EditedSheet(
                offering.title(),
                Addresses.of(id),
                SheetViews.standing(standing),
                shown == null ? "" : shown.published(offering),
                preview == null ? "" : preview.address(),
                preview == null ? "" : Italian.moment(preview.until()),
                SheetViews.publication(Addresses.versions(id), standing, sheets.versions(id), form)));
    }
}
