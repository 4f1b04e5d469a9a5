// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The comparisons that somebody asked to keep, as they were. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class ComparisonController {

    private static final String PATH = LaboratoryPages.PATH + "/confronti";
    private static final int LONGEST_NAME = 120;

    private final Templates templates;
    private final LaboratoryPages pages;
    private final LaboratoryForm forms;
    private final Comparisons comparisons;
    private final Lists lists;
    private final Exports exports;

    ComparisonController(
            Templates templates,
            LaboratoryPages pages,
            LaboratoryForm forms,
            Comparisons comparisons,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.pages = pages;
        this.forms = forms;
        this.comparisons = comparisons;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(PATH)
    JteModel list(ListRequest request) {
        return templates.laboratoryList(lists.page(ComparisonStore.listing(), request));
    }

    @GetMapping(PATH + "/confronti.{format}")
    void export(ListRequest request, @PathVariable ExportFormat format, HttpServletResponse response)
            throws IOException {
        exports.send(ComparisonStore.listing(), request, format, response);
    }

    @PostMapping(PATH)
    Object keep(FormInput form, RedirectAttributes flash) {
        LaboratoryQuestion question = forms.read(form);
        if (question == null) {
            return Answer.refused(pages.laboratory(form, null));
        }
        String name = form.required("nome", "laboratory.name.required");
        if (name.length() > LONGEST_NAME) {
            form.reject("nome", Messages.text("laboratory.name.long", LONGEST_NAME));
        }
        if (!form.isValid()) {
            ListRequest there = new ListRequest(
                    LaboratoryPages.PATH,
                    LaboratoryForm.fields(form).stream().collect(Collectors.toMap(Option::value, Option::label)));
            return Answer.refused(pages.laboratory(form, pages.result(question, there)));
        }
        long id = comparisons.keep(name, question.address(), question.answer());
        flash.addFlashAttribute(
                "notice", "Confronto salvato: i suoi risultati restano questi, anche se i dati cambiano.");
        return "redirect:" + PATH + "/" + id;
    }

    @GetMapping(PATH + "/{id}")
    JteModel show(@PathVariable long id, ListRequest request) {
        return pages.kept(comparisons.get(id), !request.value("mappa").equals("importi"), request);
    }

    @GetMapping(PATH + "/{id}/confronto.{format}")
    void export(
            @PathVariable long id, ListRequest request, @PathVariable ExportFormat format, HttpServletResponse response)
            throws IOException {
        LaboratoryReport report = comparisons.get(id).report();
        exports.send(
                LaboratoryList.listing(report, "/gestione/enti/{key}"),
                LaboratoryList.rows(report),
                request,
                format,
                response);
    }

    @PostMapping(PATH + "/{id}/eliminazione")
    String delete(@PathVariable long id, RedirectAttributes flash) {
        comparisons.delete(id);
        flash.addFlashAttribute("notice", "Confronto eliminato.");
        return "redirect:" + PATH;
    }
}
