// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.FileId;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The area of a supplier's person: the tickets that its supplier has, and nothing else. */
@Controller
@AllowedTo(Role.FORNITORE)
class SupplierAreaController {

    private static final String ONE = Addresses.SUPPLIER + "/{number:\\d+}";

    private final Templates templates;
    private final TicketList list;
    private final TicketExports exports;
    private final SupplierWork work;
    private final TicketFiles files;

    SupplierAreaController(
            Templates templates, TicketList list, TicketExports exports, SupplierWork work, TicketFiles files) {
        this.templates = templates;
        this.list = list;
        this.exports = exports;
        this.work = work;
        this.files = files;
    }

    @GetMapping(Addresses.SUPPLIER)
    JteModel list(ListRequest request, SignedIn person) {
        return templates.ticketsSupplierTickets(list.supplier(request, OwnSupplier.of(person)));
    }

    @GetMapping(Addresses.SUPPLIER + "/" + TicketList.NAME + ".{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, SignedIn person, HttpServletResponse response)
            throws IOException {
        exports.supplier(request, OwnSupplier.of(person), format, response);
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable TicketNumber number, SignedIn person) {
        return page(number, person, "", FormInput.empty());
    }

    @PostMapping(ONE + "/risposte")
    Object answer(
            @PathVariable TicketNumber number,
            FormInput form,
            @RequestParam(name = "files", required = false) MultipartFile @Nullable [] files,
            SignedIn person,
            RedirectAttributes flash) {
        return act(
                number,
                "risposta",
                form,
                person,
                flash,
                "Risposta inviata.",
                by -> work.answer(number, form, files, by));
    }

    @PostMapping(ONE + "/fatto")
    Object done(
            @PathVariable TicketNumber number,
            FormInput form,
            @RequestParam(name = "files", required = false) MultipartFile @Nullable [] files,
            SignedIn person,
            RedirectAttributes flash) {
        return act(
                number,
                "fatto",
                form,
                person,
                flash,
                "Il ticket è tornato al centro, che lo prova.",
                by -> work.done(number, form, files, by));
    }

    @PostMapping(ONE + "/allegati")
    Object attach(
            @PathVariable TicketNumber number,
            FormInput form,
            @RequestParam("file") MultipartFile file,
            SignedIn person,
            RedirectAttributes flash) {
        return act(number, "allegato", form, person, flash, "File aggiunto.", by -> work.attach(number, file, by));
    }

    @GetMapping(ONE + "/allegati/{file}")
    ResponseEntity<InputStreamResource> download(
            @PathVariable TicketNumber number, @PathVariable FileId file, SignedIn person) {
        return files.send(work.get(number, OwnSupplier.of(person)).whole(), file);
    }

    private Object act(
            TicketNumber number,
            String name,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash,
            String done,
            Consumer<Author> act) {
        try {
            work.act(number, OwnSupplier.of(person), person.username(), act);
            flash.addFlashAttribute("notice", done);
            return "redirect:" + Addresses.SUPPLIER + "/" + number;
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(number, person, name, form));
        }
    }

    private JteModel page(TicketNumber number, SignedIn person, String refused, FormInput form) {
        return templates.ticketsSupplierTicket(
                work.page(number, OwnSupplier.of(person), Addresses.SUPPLIER + "/" + number, refused, form));
    }
}
