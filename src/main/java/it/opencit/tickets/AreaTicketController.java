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
import it.opencit.shared.pages.Italian;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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
    private final TicketExports exports;
    private final TicketReader reader;
    private final Tickets tickets;
    private final Rulebooks rulebooks;
    private final Articles articles;
    private final TicketFiles files;
    private final TransactionOperations transaction;
    private final Observers observers;
    private final Drafts drafts;
    private final AskedServices asked;
    private final Overseers overseers;
    private final Clock clock;

    AreaTicketController(
            Templates templates,
            TicketList list,
            TicketExports exports,
            TicketReader reader,
            Tickets tickets,
            Rulebooks rulebooks,
            Articles articles,
            TicketFiles files,
            TransactionOperations transaction,
            Observers observers,
            Drafts drafts,
            AskedServices asked,
            Overseers overseers,
            Clock clock) {
        this.overseers = overseers;
        this.asked = asked;
        this.observers = observers;
        this.drafts = drafts;
        this.templates = templates;
        this.list = list;
        this.exports = exports;
        this.reader = reader;
        this.tickets = tickets;
        this.rulebooks = rulebooks;
        this.articles = articles;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping(Addresses.AREA)
    JteModel list(ListRequest request, SignedIn person) {
        return templates.ticketsArea(
                list.area(request, new Viewer.OfBody(OwnBody.of(person), person.username())),
                overseers.has(OwnBody.of(person)));
    }

    @GetMapping(Addresses.AREA + "/" + TicketList.NAME + ".{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, SignedIn person, HttpServletResponse response)
            throws IOException {
        exports.area(request, new Viewer.OfBody(OwnBody.of(person), person.username()), format, response);
    }

    @GetMapping(NEW)
    JteModel newForm(
            @RequestParam(defaultValue = "") String categoria,
            @RequestParam(defaultValue = "") String servizio,
            SignedIn person) {
        return newPage(
                drafts.ofNewTicket(person.username(), categoria)
                        .orElseGet(() -> NewTicketForm.begun(rulebooks.current(), categoria, servizio)
                                .with("email", tickets.lastEmail(person.username()))),
                person);
    }

    @PostMapping(NEW)
    Object open(
            FormInput form,
            @RequestParam(name = "file", required = false) MultipartFile[] files,
            SignedIn person,
            RedirectAttributes flash) {
        if (form.isChecked("cerca")) {
            return newPage(form, person);
        }
        NewTicket asked = NewTicketForm.read(rulebooks.current(), form, OwnBody.of(person));
        try {
            if (asked != null) {
                TicketNumber number = TicketController.Opened.with(
                        transaction,
                        tickets,
                        asked.with(observers.read(asked.organization(), form)),
                        files,
                        Author.of(person));
                drafts.forget(person.username(), null);
                flash.addFlashAttribute("notice", "Richiesta inviata: è il ticket " + number + ".");
                return "redirect:" + Addresses.inArea(number);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(newPage(form, person));
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

    @GetMapping(ONE)
    Object show(@PathVariable TicketNumber number, SignedIn person) {
        Viewer own = Viewer.of(person);
        TicketReader.Found found = reader.get(number, own);
        Optional<TicketNumber> surviving =
                found.whole().ticket().mergedInto() == null ? Optional.empty() : reader.surviving(number, own);
        return surviving.isPresent()
                ? Addresses.seeOther(Addresses.inArea(surviving.get()))
                : page(found, own, "", FormInput.empty());
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
                "Risposta inviata al centro.",
                () -> tickets.write(
                        number,
                        null,
                        Message.of(Visibility.PUBLIC, form.typed("text"), null),
                        TicketFiles.chosen(files),
                        Author.of(person)));
    }

    @PostMapping(ONE + "/conferma")
    Object confirm(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(number, "conferma", form, person, flash, "Grazie: il ticket è chiuso.", () -> {
            refuseUnlessAllowed(number, Viewer.of(person), TicketState.CLOSED);
            tickets.move(number, TicketState.CLOSED, null, "Confermata dall'ente", Author.of(person));
        });
    }

    @PostMapping(ONE + "/riapertura")
    Object reopen(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(number, "riapertura", form, person, flash, "Ticket riaperto.", () -> {
            refuseUnlessAllowed(number, Viewer.of(person), TicketState.ASSIGNED);
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

    private void refuseUnlessAllowed(TicketNumber number, Viewer own, TicketState to) {
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
            TicketFiles.add(tickets, number, Visibility.PUBLIC, file, Author.of(person));
        });
    }

    @GetMapping(ONE + "/allegati/{file}")
    ResponseEntity<InputStreamResource> download(
            @PathVariable TicketNumber number, @PathVariable FileId file, SignedIn person) {
        return files.send(reader.get(number, Viewer.of(person)).whole(), file);
    }

    private Object act(
            TicketNumber number,
            String name,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash,
            String done,
            Runnable act) {
        Viewer own = Viewer.of(person);
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

    private JteModel page(TicketNumber number, Viewer own, String refused, FormInput form) {
        return page(reader.get(number, own), own, refused, form);
    }

    private JteModel page(TicketReader.Found found, Viewer own, String refused, FormInput form) {
        Ticket ticket = found.whole().ticket();
        Instant closed = ticket.closed();
        boolean inTime = closed == null
                || !closed.plus(Duration.ofDays(found.rules().reopenDays())).isBefore(clock.instant());
        List<TicketState> allowed = ticket.mergedInto() == null ? BodyActs.allowed(ticket.state()) : List.of();
        return templates.ticketsAreaTicket(
                TicketViews.shown(found, clock.instant(), own, Addresses.inArea(ticket.number())),
                allowed.contains(TicketState.CLOSED),
                inTime && allowed.contains(TicketState.ASSIGNED),
                found.rules().reopenDays(),
                refused,
                form,
                asked.of(found, false, false));
    }

    private JteModel newPage(FormInput form, SignedIn person) {
        return templates.ticketsNewTicket(NewTicketForm.page(
                rulebooks.current(),
                NEW,
                Addresses.AREA,
                form,
                List.of(),
                false,
                observers.form(
                        OwnBody.of(person),
                        form,
                        observers.office(OwnBody.of(person), person.username(), person.displayName())),
                ReadArticleController.offered(articles, form),
                LocalDate.ofInstant(clock.instant(), Italian.ROME)));
    }
}
