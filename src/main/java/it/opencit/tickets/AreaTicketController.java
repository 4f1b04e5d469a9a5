// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.documents.Upload;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.pages.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tickets of a body, for its person: without internal notes, without the names of who works for the centre. */
@Controller
@AllowedTo(Role.REFERENTE)
class AreaTicketController {

    private static final String NEW = Addresses.AREA + "/nuovo";
    private static final String ONE = Addresses.AREA + "/{number:\\d+}";

    private final Templates templates;
    private final TicketList list;
    private final TicketReader reader;
    private final Tickets tickets;
    private final Rulebooks rulebooks;
    private final Documents documents;
    private final Articles articles;
    private final TransactionOperations transaction;
    private final Clock clock;

    AreaTicketController(
            Templates templates,
            TicketList list,
            TicketReader reader,
            Tickets tickets,
            Rulebooks rulebooks,
            Documents documents,
            Articles articles,
            TransactionOperations transaction,
            Clock clock) {
        this.templates = templates;
        this.list = list;
        this.reader = reader;
        this.tickets = tickets;
        this.rulebooks = rulebooks;
        this.documents = documents;
        this.articles = articles;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping(Addresses.AREA)
    JteModel list(ListRequest request, SignedIn person) {
        return templates.ticketsArea(list.area(request, OwnBody.of(person)));
    }

    @GetMapping(NEW)
    JteModel newForm(@RequestParam(defaultValue = "") String categoria, SignedIn person) {
        return newPage(FormInput.empty()
                .with("category", categoria)
                .with("urgency", Urgency.MEDIUM)
                .with("email", tickets.lastEmail(person.username())));
    }

    @PostMapping(NEW)
    Object open(
            FormInput form,
            @RequestParam(name = "file", required = false) MultipartFile[] files,
            SignedIn person,
            RedirectAttributes flash) {
        if (form.isChecked("cerca")) {
            return newPage(form);
        }
        NewTicket asked = NewTicketForm.read(form, OwnBody.of(person));
        try {
            if (asked != null) {
                TicketNumber number =
                        TicketController.Opened.with(transaction, tickets, asked, files, Author.of(person));
                flash.addFlashAttribute("notice", "Richiesta inviata: è il ticket " + number + ".");
                return "redirect:" + Addresses.inArea(number);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(newPage(form));
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable TicketNumber number, SignedIn person) {
        return page(number, OwnBody.of(person), "", FormInput.empty());
    }

    @PostMapping(ONE + "/risposte")
    Object answer(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(
                number,
                "risposta",
                form,
                person,
                flash,
                "Risposta inviata al centro.",
                () -> tickets.write(number, Visibility.PUBLIC, form.typed("text"), Author.of(person)));
    }

    @PostMapping(ONE + "/conferma")
    Object confirm(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(number, "conferma", form, person, flash, "Grazie: il ticket è chiuso.", () -> {
            refuseUnlessAllowed(number, OwnBody.of(person), TicketState.CLOSED);
            tickets.move(number, TicketState.CLOSED, null, "Confermata dall'ente", Author.of(person));
        });
    }

    @PostMapping(ONE + "/riapertura")
    Object reopen(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(number, "riapertura", form, person, flash, "Ticket riaperto.", () -> {
            refuseUnlessAllowed(number, OwnBody.of(person), TicketState.ASSIGNED);
            tickets.write(
                    number,
                    null,
                    Visibility.PUBLIC,
                    form.typed("text"),
                    TicketState.ASSIGNED,
                    Author.of(person),
                    clock.instant());
        });
    }

    private void refuseUnlessAllowed(TicketNumber number, OrganizationId own, TicketState to) {
        TicketState from = reader.get(number, own).whole().ticket().state();
        if (!BodyActs.allowed(from).contains(to)) {
            throw new TransitionRefused(from, to, BodyActs.allowed(from));
        }
    }

    @PostMapping(ONE + "/allegati")
    Object attach(
            @PathVariable TicketNumber number,
            FormInput form,
            @RequestParam("file") MultipartFile file,
            SignedIn person,
            RedirectAttributes flash) {
        return act(number, "allegato", form, person, flash, "File aggiunto.", () -> {
            List<Upload> uploads = Upload.from(file);
            if (uploads.isEmpty()) {
                throw Refusal.inField("file", "tickets.file.required");
            }
            try {
                tickets.attach(number, Visibility.PUBLIC, uploads.getFirst(), Author.of(person));
            } catch (Refusal refusal) {
                throw Refusal.inField("file", "tickets.file", refusal.inItalian());
            }
        });
    }

    @GetMapping(ONE + "/allegati/{file}")
    ResponseEntity<InputStreamResource> download(
            @PathVariable TicketNumber number, @PathVariable FileId file, SignedIn person) {
        boolean ours = reader.get(number, OwnBody.of(person)).whole().attachments().stream()
                .anyMatch(one -> one.file() == file.value());
        StoredFile stored = documents
                .find(file)
                .filter(_ -> ours)
                .orElseThrow(() -> new NotFound("File " + file + " of ticket " + number));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(stored.mediaType()))
                .contentLength(stored.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(documents.open(stored)));
    }

    private Object act(
            TicketNumber number,
            String name,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash,
            String done,
            Runnable act) {
        OrganizationId own = OwnBody.of(person);
        reader.get(number, own); // of another body: as if it were not there
        try {
            act.run();
            flash.addFlashAttribute("notice", done);
            return "redirect:" + Addresses.inArea(number);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(number, own, name, form));
        }
    }

    private JteModel page(TicketNumber number, OrganizationId own, String refused, FormInput form) {
        TicketReader.Found found = reader.get(number, own);
        Ticket ticket = found.whole().ticket();
        Instant closed = ticket.closed();
        boolean inTime = closed == null
                || !closed.plus(Duration.ofDays(found.rules().reopenDays())).isBefore(clock.instant());
        List<TicketState> allowed = BodyActs.allowed(ticket.state());
        return templates.ticketsAreaTicket(
                TicketViews.shown(found, clock.instant(), false),
                allowed.contains(TicketState.CLOSED),
                inTime && allowed.contains(TicketState.ASSIGNED),
                found.rules().reopenDays(),
                refused,
                form);
    }

    private JteModel newPage(FormInput form) {
        return templates.ticketsNewTicket(NewTicketForm.page(
                rulebooks.current(),
                NEW,
                Addresses.AREA,
                form,
                List.of(),
                false,
                ReadArticleController.offered(articles, form)));
    }
}
