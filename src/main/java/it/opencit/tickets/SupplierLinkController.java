// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import it.opencit.documents.FileId;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A ticket worked by its supplier from a link in a mail, without signing in: the link is what allows it. */
@Controller
@OpenToAll
class SupplierLinkController {

    private static final String ONE = Addresses.LINK + "/{token}";

    private final Templates templates;
    private final SupplierLinks links;
    private final SupplierWork work;
    private final TicketFiles files;

    SupplierLinkController(Templates templates, SupplierLinks links, SupplierWork work, TicketFiles files) {
        this.templates = templates;
        this.links = links;
        this.work = work;
        this.files = files;
    }

    @GetMapping(ONE)
    Object show(@PathVariable String token) {
        return links.open(token)
                .<Object>map(access -> Answer.ok(templates.ticketsSupplierTicket(work.page(
                        access.ticket(),
                        new Viewer.OfSupplier(access.supplier()),
                        Addresses.LINK + "/" + token,
                        "",
                        FormInput.empty()))))
                .orElseGet(this::ended);
    }

    @PostMapping(ONE + "/risposte")
    Object answer(
            @PathVariable String token,
            FormInput form,
            @RequestParam(name = "files", required = false) MultipartFile @Nullable [] files,
            RedirectAttributes flash) {
        return act(
                token,
                "risposta",
                form,
                flash,
                "Risposta inviata.",
                (access, by) -> work.answer(access.ticket(), form, files, by));
    }

    @PostMapping(ONE + "/fatto")
    Object done(
            @PathVariable String token,
            FormInput form,
            @RequestParam(name = "files", required = false) MultipartFile @Nullable [] files,
            RedirectAttributes flash) {
        return act(
                token,
                "fatto",
                form,
                flash,
                "Il ticket è tornato al centro, che lo prova.",
                (access, by) -> work.done(access.ticket(), form, files, by));
    }

    @PostMapping(ONE + "/allegati")
    Object attach(
            @PathVariable String token,
            FormInput form,
            @RequestParam("file") MultipartFile file,
            RedirectAttributes flash) {
        return act(
                token,
                "allegato",
                form,
                flash,
                "File aggiunto.",
                (access, by) -> work.attach(access.ticket(), file, by));
    }

    @GetMapping(ONE + "/allegati/{file}")
    ResponseEntity<InputStreamResource> download(@PathVariable String token, @PathVariable FileId file) {
        SupplierLinks.Access access = links.open(token).orElseThrow(() -> new NotFound("A link that has ended"));
        return files.send(
                work.get(access.ticket(), new Viewer.OfSupplier(access.supplier()))
                        .whole(),
                file);
    }

    private Object act(
            String token,
            String name,
            FormInput form,
            RedirectAttributes flash,
            String done,
            java.util.function.BiConsumer<SupplierLinks.Access, Author> act) {
        SupplierLinks.Access access = links.open(token).orElse(null);
        if (access == null) {
            return ended();
        }
        var viewer = new Viewer.OfSupplier(access.supplier());
        String address = Addresses.LINK + "/" + token;
        try {
            Consumer<Author> bound = by -> act.accept(access, by);
            Acting.as(
                    Acting.currentCentre(),
                    access.address(),
                    () -> work.act(access.ticket(), viewer, access.address(), bound));
            flash.addFlashAttribute("notice", done);
            return "redirect:" + address;
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(
                    templates.ticketsSupplierTicket(work.page(access.ticket(), viewer, address, name, form)));
        }
    }

    private Answer ended() {
        return new Answer(templates.ticketsSupplierLinkEnded(), HttpStatus.GONE);
    }
}
