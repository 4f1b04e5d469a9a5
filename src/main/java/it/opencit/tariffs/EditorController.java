// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.centres.Centres;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.tariffs.pages.Comparison.Change;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The editor of drafts. The form is the state: each act sends it whole and gets it back changed; nothing is stored until
 * it is saved.
 */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class EditorController {

    private static final String NEW = "/gestione/tariffe/nuova";

    private final Templates templates;
    private final Tariffs tariffs;
    private final TariffSheets sheets;
    private final EditorPages pages;
    private final Preview preview;
    private final Centres centres;
    private final Clock clock;

    EditorController(
            Templates templates,
            Tariffs tariffs,
            TariffSheets sheets,
            EditorPages pages,
            Preview preview,
            Centres centres,
            Clock clock) {
        this.templates = templates;
        this.tariffs = tariffs;
        this.sheets = sheets;
        this.pages = pages;
        this.preview = preview;
        this.centres = centres;
        this.clock = clock;
    }

    @GetMapping("/gestione/tariffe/nuova")
    JteModel fresh(@RequestParam(required = false) @Nullable String da) {
        if (da == null || da.isBlank()) {
            Tariff empty = Tariff.draft(new Component.Sum(List.of()));
            FormInput form = TariffForm.of(following(empty)).with("code", "").with("title", "");
            return newPage(preview.withSamples(form));
        }
        Tariff origin = sheets.named(da);
        return newPage(preview.withSamples(TariffForm.of(following(origin))).with("derivedFrom", origin.code()));
    }

    @PostMapping("/gestione/tariffe/nuova")
    Object write(FormInput form, RedirectAttributes flash) {
        if (!form.typed("act").equals("save")) {
            return newPage(EditorAct.apply(form.typed("act"), form));
        }
        Tariff tariff = TariffForm.read(form, centre());
        if (tariff != null) {
            try {
                long id = tariffs.draft(tariff, form.text("derivedFrom"));
                flash.addFlashAttribute("notice", "Bozza salvata.");
                return "redirect:/gestione/tariffe/" + id;
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(newPage(form));
    }

    @GetMapping("/gestione/tariffe/{id}/modifica")
    JteModel edit(@PathVariable long id) {
        TariffVersion draft = draftOf(id);
        return page(
                draft,
                preview.withSamples(TariffForm.of(draft.tariff())).with("version", draft.version()),
                Map.of(),
                List.of());
    }

    @PostMapping("/gestione/tariffe/{id}/modifica")
    Object change(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        TariffVersion before = draftOf(id);
        if (!form.typed("act").equals("save")) {
            return page(before, EditorAct.apply(form.typed("act"), form), Map.of(), List.of());
        }
        Tariff tariff = TariffForm.read(form, before.tariff().centre());
        if (tariff == null) {
            return Answer.refused(page(before, form, Map.of(), List.of()));
        }
        try {
            tariffs.change(id, tariff, form.version());
            flash.addFlashAttribute("notice", "Bozza salvata.");
            return "redirect:/gestione/tariffe/" + id;
        } catch (OptimisticLockingFailureException e) {
            TariffVersion theirs = draftOf(id);
            form.changedMeanwhile("tariffs.changed-meanwhile", theirs.version());
            return Answer.refused(page(
                    theirs,
                    form,
                    TariffForm.of(theirs.tariff()).values(),
                    Differences.between(theirs.tariff(), tariff, tariffs.figureKinds())));
        }
    }

    /** The preview alone, as htmx asks it while one types. */
    @PostMapping("/gestione/tariffe/anteprima")
    JteModel previewOnly(FormInput form) {
        return templates.tariffsPreview(preview.of(form, centre()));
    }

    private TariffVersion draftOf(long id) {
        TariffVersion version = tariffs.version(id);
        if (!version.isDraft()) {
            throw new Refusal("tariffs.in-force.edit");
        }
        return version;
    }

    /** A tariff as the one that comes after it: from the day after its end, or from next year, without an act. */
    private Tariff following(Tariff origin) {
        LocalDate end = origin.validTo();
        int nextYear = LocalDate.now(clock).getYear() + 1;
        String code = origin.centre().equals(centre()) || origin.centre().isEmpty()
                ? origin.code()
                : centre() + "-" + nextYear
                        + origin.code().substring(origin.code().indexOf('/'));
        return new Tariff(
                code,
                origin.title(),
                centre(),
                end == null ? LocalDate.of(nextYear, 1, 1) : end.plusDays(1),
                null,
                null,
                origin.figureDates(),
                origin.quantities(),
                origin.tree(),
                origin.vat(),
                origin.notes());
    }

    private String centre() {
        return centres.current().code();
    }

    private JteModel newPage(FormInput form) {
        return templates.tariffsEditor(
                pages.of("Nuova bozza", NEW, TariffSheets.HOME, form, Map.of(), List.of(), centre()));
    }

    private JteModel page(TariffVersion draft, FormInput form, Map<String, String> theirs, List<Change> conflict) {
        String address = TariffSheets.HOME + "/" + draft.id();
        return templates.tariffsEditor(pages.of(
                "Bozza: " + draft.tariff().title(), address + "/modifica", address, form, theirs, conflict, centre()));
    }
}
