// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.Upload;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tickets of a centre: the list, a new one on behalf of a body. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class TicketController {

    private static final String NEW = Addresses.TICKETS + "/nuovo";

    private final Templates templates;
    private final TicketList list;
    private final Tickets tickets;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final TicketExports exports;
    private final Articles articles;
    private final Drafts drafts;
    private final TransactionOperations transaction;
    private final Clock clock;

    TicketController(
            Templates templates,
            TicketList list,
            Tickets tickets,
            Rulebooks rulebooks,
            Organizations organizations,
            TicketExports exports,
            Articles articles,
            Drafts drafts,
            TransactionOperations transaction,
            Clock clock) {
        this.templates = templates;
        this.list = list;
        this.tickets = tickets;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.exports = exports;
        this.articles = articles;
        this.drafts = drafts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping(Addresses.TICKETS)
    JteModel list(ListRequest request, SignedIn person) {
        return templates.ticketsTickets(list.page(request, person.username()));
    }

    @GetMapping(Addresses.TICKETS + "/" + TicketList.NAME + ".{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.office(request, format, response);
    }

    @GetMapping(NEW)
    JteModel newForm(
            @RequestParam(defaultValue = "") String categoria,
            @RequestParam(defaultValue = "") String ente,
            @RequestParam(defaultValue = "") String servizio,
            SignedIn person) {
        return page(drafts.ofNewTicket(person.username(), categoria)
                .filter(kept -> ente.isEmpty() || ente.equals(kept.typed("organizationId")))
                .orElseGet(() -> NewTicketForm.begun(rulebooks.current(), categoria, servizio)
                        .with("organizationId", ente)));
    }

    @PostMapping(NEW)
    Object open(
            FormInput form,
            @RequestParam(name = "file", required = false) MultipartFile[] files,
            SignedIn person,
            RedirectAttributes flash) {
        if (form.isChecked("cerca")) {
            return page(form);
        }
        NewTicket asked = NewTicketForm.read(rulebooks.current(), form, null);
        try {
            if (asked != null) {
                TicketNumber number = Opened.with(transaction, tickets, asked, files, Author.of(person));
                drafts.forget(person.username(), null);
                flash.addFlashAttribute("notice", "Ticket " + number + " aperto.");
                return "redirect:" + Addresses.of(number);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(page(form));
    }

    /** Keeps what is being typed; to the script that asks while one types, with no page. */
    @PostMapping(NEW + "/bozza")
    Object keepDraft(
            FormInput form,
            SignedIn person,
            @RequestHeader(name = "X-Draft", required = false) @Nullable String silent,
            RedirectAttributes flash) {
        drafts.keepNewTicket(person.username(), form);
        return Drafts.kept(NEW, form, rulebooks.current(), silent, flash);
    }

    private JteModel page(FormInput form) {
        boolean chosen = !form.textOrEmpty("category").isEmpty();
        return templates.ticketsNewTicket(NewTicketForm.page(
                rulebooks.current(),
                NEW,
                Addresses.TICKETS,
                form,
                chosen ? organizations.all() : List.of(),
                true,
                null,
                ArticleController.offered(articles, form),
                LocalDate.ofInstant(clock.instant(), Italian.ROME)));
    }

    /** A ticket with the files that came with it: all or nothing. */
    static final class Opened {

        private Opened() {}

        static TicketNumber with(
                TransactionOperations transaction,
                Tickets tickets,
                NewTicket asked,
                MultipartFile @Nullable [] files,
                Author by) {
            return java.util.Objects.requireNonNull(transaction.execute(_ -> {
                TicketNumber number = tickets.open(asked, by);
                for (Upload upload : files == null ? List.<Upload>of() : Upload.from(files)) {
                    try {
                        tickets.attach(number, Visibility.PUBLIC, upload, by);
                    } catch (Refusal refusal) {
                        throw Refusal.inField(
                                "file", refusal.key().isEmpty() ? "" : "tickets.file", refusal.inItalian());
                    }
                }
                return number;
            }));
        }
    }
}
