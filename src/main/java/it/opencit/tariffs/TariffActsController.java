// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.centres.Centres;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with whole tariffs: take one from a kit or a file, put a draft in force, throw one away. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class TariffActsController {

    private final Templates templates;
    private final Tariffs tariffs;
    private final TariffSheets sheets;
    private final Centres centres;

    TariffActsController(Templates templates, Tariffs tariffs, TariffSheets sheets, Centres centres) {
        this.templates = templates;
        this.tariffs = tariffs;
        this.sheets = sheets;
        this.centres = centres;
    }

    @PostMapping("/gestione/tariffe/corredi/{kit}/{name}/adozione")
    String adopt(@PathVariable String kit, @PathVariable String name, RedirectAttributes flash) {
        String back = "redirect:/gestione/tariffe/corredi/" + kit + "/" + name;
        try {
            long id = tariffs.adoptTariff(kit + "/" + name);
            flash.addFlashAttribute("notice", "La tariffa del corredo è in vigore in questo centro.");
            return "redirect:/gestione/tariffe/" + id;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("warning", refusal.inItalian());
            return back;
        }
    }

    @GetMapping("/gestione/tariffe/{id}/entrata-in-vigore")
    JteModel inForceForm(@PathVariable long id) {
        TariffVersion version = tariffs.version(id);
        Tariff tariff = version.tariff();
        return inForcePage(
                version,
                FormInput.empty()
                        .with("validFrom", tariff.validFrom())
                        .with("validTo", tariff.validTo())
                        .with("version", version.version()));
    }

    @PostMapping("/gestione/tariffe/{id}/entrata-in-vigore")
    Object putInForce(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        TariffVersion draft = tariffs.version(id);
        String kind = form.required("actKind", "tariffs.act.kind.required");
        String body = form.required("actBody", "tariffs.act.body.required");
        String number = form.required("actNumber", "tariffs.act.number.required");
        LocalDate date = requiredDate(form, "actDate", "tariffs.act.date.required");
        LocalDate from = requiredDate(form, "validFrom", "tariffs.valid-from.required");
        LocalDate to = form.date("validTo");
        if (form.isValid() && date != null && from != null) {
            try {
                Act act = new Act(kind, body, number, date, form.text("actText"));
                tariffs.putInForce(id, act, from, to, form.version());
                flash.addFlashAttribute("notice", "La tariffa è in vigore dal " + Words.day(from) + ".");
                return "redirect:/gestione/tariffe/" + id;
            } catch (Refusal refusal) {
                form.reject(refusal);
            } catch (OptimisticLockingFailureException e) {
                form.reject("", Messages.text("shared.changed-meanwhile"));
            }
        }
        return Answer.refused(inForcePage(draft, form));
    }

    @PostMapping("/gestione/tariffe/{id}/eliminazione")
    String discard(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        tariffs.discard(id, form.version());
        flash.addFlashAttribute("notice", "Bozza eliminata.");
        return "redirect:/gestione/tariffe";
    }

    @GetMapping("/gestione/tariffe/importazione")
    JteModel importForm() {
        return templates.tariffsImport(FormInput.empty());
    }

    @PostMapping("/gestione/tariffe/importazione")
    Object importJson(
            FormInput form, @RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes flash)
            throws IOException {
        String pasted = form.textOrEmpty("json");
        boolean uploaded = file != null && !file.isEmpty();
        String text = uploaded && file != null ? new String(file.getBytes(), StandardCharsets.UTF_8) : pasted;
        if (text.isBlank()) {
            form.reject("json", Messages.text("tariffs.import.required"));
            return Answer.refused(templates.tariffsImport(form));
        }
        try {
            Tariff read = TariffJson.read(text.startsWith("\ufeff") ? text.substring(1) : text);
            long id = tariffs.draft(
                    ofCentre(read), read.centre().equals(centres.current().code()) ? null : read.code());
            flash.addFlashAttribute("notice", "Tariffa importata come bozza: controllala e mettila in vigore.");
            return "redirect:/gestione/tariffe/" + id;
        } catch (Refusal refusal) {
            form.with("json", text);
            form.reject("json", refusal.inItalian());
            return Answer.refused(templates.tariffsImport(form));
        }
    }

    /** What is imported is a draft of this centre: an act is its own, and comes when it is put in force. */
    private Tariff ofCentre(Tariff read) {
        return new Tariff(
                read.code(),
                read.title(),
                centres.current().code(),
                read.validFrom(),
                read.validTo(),
                null,
                read.figureDates(),
                read.quantities(),
                read.tree(),
                read.vat(),
                read.notes());
    }

    private JteModel inForcePage(TariffVersion version, FormInput form) {
        return templates.tariffsInForce(sheets.of(version, true), form);
    }

    private static @Nullable LocalDate requiredDate(FormInput form, String field, String key) {
        LocalDate date = form.date(field);
        if (date == null) {
            form.reject(field, Messages.text(key));
        }
        return date;
    }
}
