// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The tariff laboratory. Everything it asks stands in the address, and nothing is stored. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class LaboratoryController {

    private final LaboratoryPages pages;
    private final LaboratoryForm forms;
    private final Exports exports;

    LaboratoryController(LaboratoryPages pages, LaboratoryForm forms, Exports exports) {
        this.pages = pages;
        this.forms = forms;
        this.exports = exports;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry laboratoryEntry() {
            return MenuEntry.of(
                    "Tariffe",
                    "Laboratorio",
                    LaboratoryPages.PATH,
                    260,
                    Role.COORDINATORE,
                    Role.AMMINISTRATIVO,
                    Role.OPERATORE);
        }
    }

    @GetMapping(LaboratoryPages.PATH)
    Answer show(FormInput form, ListRequest request) {
        if (!forms.isAsked(form)) {
            forms.fill(form);
            return Answer.ok(pages.laboratory(form, null));
        }
        LaboratoryQuestion question = forms.read(form);
        return question == null
                ? Answer.refused(pages.laboratory(form, null))
                : Answer.ok(pages.laboratory(form, pages.result(question, request)));
    }

    /** Tries a tariff that was pasted: it moves into the address, and is stored nowhere. */
    @PostMapping(LaboratoryPages.PATH + "/prova")
    Object paste(FormInput form) {
        forms.fill(form);
        String json = form.textOrEmpty("json");
        try {
            if (json.isEmpty()) {
                throw Refusal.inField("json", "laboratory.json.required");
            }
            form.with(LaboratoryForm.PASTED, PackedTree.pack(json)).with("proposta", LaboratoryForm.PASTED);
            return "redirect:" + LaboratoryPages.PATH + "?" + LaboratoryForm.address(form);
        } catch (Refusal refusal) {
            form.reject("json", refusal.inItalian());
            return Answer.refused(pages.laboratory(form, null));
        }
    }

    @GetMapping(LaboratoryPages.PATH + "/confronto.{format}")
    void export(FormInput form, ListRequest request, @PathVariable ExportFormat format, HttpServletResponse response)
            throws IOException {
        LaboratoryQuestion question = forms.read(form);
        if (question == null) {
            response.sendRedirect(LaboratoryPages.PATH + "?" + LaboratoryForm.address(form));
            return;
        }
        LaboratoryReport report = question.answer();
        exports.send(
                LaboratoryList.listing(report, LaboratoryPages.PATH + "/enti/{key}"),
                LaboratoryList.rows(report),
                request,
                format,
                response);
    }

    /** Why a body would pay this and that. */
    @GetMapping(LaboratoryPages.PATH + "/enti/{id}")
    Object explain(@PathVariable long id, FormInput form) {
        LaboratoryQuestion question = forms.read(form);
        if (question == null) {
            return Answer.refused(pages.laboratory(form, null));
        }
        List<TriedBody> bodies = question.experiment().bodies();
        int index = IntStream.range(0, bodies.size())
                .filter(i -> bodies.get(i).id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("Body " + id));
        return pages.explained(question, index);
    }
}
