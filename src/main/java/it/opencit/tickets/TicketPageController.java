// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.Upload;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.pages.TicketForms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A ticket as the office works on it. What was typed is never lost: not by a slip, not by who was faster. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class TicketPageController {

    private static final String ONE = Addresses.TICKETS + "/{number:\\d+}";

    /** The box that does an act on what is part of the common fault too. */
    private static final String FAMILY = "family";

    private final Templates templates;
    private final TicketReader reader;
    private final Tickets tickets;
    private final CommonFaults faults;
    private final Drafts drafts;
    private final AskedServices asked;
    private final Clock clock;

    TicketPageController(
            Templates templates,
            TicketReader reader,
            Tickets tickets,
            CommonFaults faults,
            Drafts drafts,
            AskedServices asked,
            Clock clock) {
        this.faults = faults;
        this.asked = asked;
        this.drafts = drafts;
        this.templates = templates;
        this.reader = reader;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping(ONE)
    Object show(@PathVariable TicketNumber number, SignedIn person) {
        TicketReader.Found found = reader.get(number, Viewer.OFFICE);
        if (found.whole().ticket().mergedInto() != null) {
            return reader.surviving(number, Viewer.OFFICE)
                    .map(one -> Addresses.seeOther(Addresses.of(one)))
                    .orElseThrow();
        }
        return page(found, "", FormInput.empty(), null, person);
    }

    @PostMapping(ONE + "/risposte")
    Object answer(
            @PathVariable TicketNumber number,
            FormInput form,
            @RequestParam(name = "files", required = false) MultipartFile @Nullable [] files,
            SignedIn person,
            RedirectAttributes flash) {
        return act(number, "risposta", form, person, flash, () -> {
            List<Upload> uploads = TicketFiles.chosen(files);
            Message message = Message.of(Visibility.PUBLIC, form.typed("text"), form.choice("then", TicketState.class));
            if (!uploads.isEmpty() && form.isChecked("inside")) {
                if (!form.isChecked("confirmed")) {
                    throw Refusal.inField("confirmed", "tickets.files.inside");
                }
                message = message.withFilesInside();
            }
            if (form.isChecked(FAMILY)) {
                CommonFaults.Outcome outcome = faults.answer(number, seen(form), message, uploads, Author.of(person));
                drafts.forget(person.username(), number);
                return "Risposta inviata, anche a " + outcome.told();
            }
            tickets.write(number, seen(form), message, uploads, Author.of(person));
            drafts.forget(person.username(), number);
            return "Risposta inviata.";
        });
    }

    /** Puts a ready answer below what was typed, to be read before it is sent. */
    @PostMapping(ONE + "/risposte/pronta")
    JteModel insert(@PathVariable TicketNumber number, FormInput form, SignedIn person) {
        TicketReader.Found found = reader.get(number, Viewer.OFFICE);
        Ticket ticket = found.whole().ticket();
        Category category = found.rules().category(ticket.category());
        found.rules().answers(category).stream()
                .filter(one -> Long.toString(one.id()).equals(form.textOrEmpty("canned")))
                .findFirst()
                .ifPresent(one -> {
                    String typed = form.typed("text").stripTrailing();
                    String filled = one.filled(Map.of(
                            "ticket", number.toString(),
                            "titolo", ticket.title(),
                            "ente", found.body(),
                            "richiedente", ticket.requester(),
                            "servizio", found.rules().services().title(ticket.service()),
                            "operatore", person.displayName()));
                    form.with("text", typed.isEmpty() ? filled : typed + "\n\n" + filled);
                });
        return page(number, "risposta", form, null, person);
    }

    /** Keeps what is being typed; to the script that asks while one types, with no page. */
    @PostMapping(ONE + "/bozza")
    Object keepDraft(
            @PathVariable TicketNumber number,
            FormInput form,
            SignedIn person,
            @RequestHeader(name = "X-Draft", required = false) @Nullable String silent,
            RedirectAttributes flash) {
        reader.get(number, Viewer.OFFICE);
        drafts.keep(person.username(), number, form, "text");
        if (silent != null) {
            return ResponseEntity.noContent().build();
        }
        flash.addFlashAttribute("notice", "Bozza salvata: la ritrovi qui.");
        return "redirect:" + Addresses.of(number);
    }

    @PostMapping(ONE + "/note")
    Object note(
            @PathVariable TicketNumber number,
            FormInput form,
            @RequestParam(name = "files", required = false) MultipartFile @Nullable [] files,
            SignedIn person,
            RedirectAttributes flash) {
        return act(
                number,
                "nota",
                form,
                person,
                flash,
                "Nota aggiunta: l'ente non la vede.",
                () -> tickets.write(
                        number,
                        seen(form),
                        Message.of(Visibility.INTERNAL, form.typed("text"), null),
                        TicketFiles.chosen(files),
                        Author.of(person)));
    }

    @PostMapping(ONE + "/fornitore")
    Object writeToSupplier(
            @PathVariable TicketNumber number,
            FormInput form,
            @RequestParam(name = "files", required = false) MultipartFile @Nullable [] files,
            SignedIn person,
            RedirectAttributes flash) {
        return act(
                number,
                "fornitore",
                form,
                person,
                flash,
                "Messaggio inviato al fornitore: l'ente non lo vede.",
                () -> tickets.write(
                        number,
                        seen(form),
                        Message.of(Visibility.SUPPLIER, form.typed("text"), null),
                        TicketFiles.chosen(files),
                        Author.of(person)));
    }

    @PostMapping(ONE + "/stato")
    Object move(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        TicketState to = form.choice("state", TicketState.class);
        return act(number, "stato", form, person, flash, () -> {
            if (to == null) {
                throw Refusal.inField("state", "shared.choice");
            }
            String reason = form.textOrEmpty("reason");
            if (form.isChecked(FAMILY)) {
                CommonFaults.Outcome outcome = faults.move(number, seen(form), to, reason, Author.of(person));
                return "Stato cambiato, anche a " + outcome.told();
            }
            if (to == TicketState.SUSPENDED) {
                PauseCause cause = form.choice("cause", PauseCause.class);
                if (cause == null) {
                    throw Refusal.inField("cause", "tickets.pause.cause");
                }
                tickets.suspend(number, seen(form), null, cause, reason, Author.of(person));
                return "Il tempo è fermo.";
            }
            tickets.move(number, seen(form), to, null, reason, Author.of(person), clock.instant());
            return "Stato cambiato.";
        });
    }

    @PostMapping(ONE + "/urgenza")
    Object changeUrgency(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        Urgency urgency = form.choice("urgency", Urgency.class);
        return act(number, "urgenza", form, person, flash, "Urgenza cambiata.", () -> {
            if (urgency == null) {
                throw Refusal.inField("urgency", "shared.choice");
            }
            tickets.changeUrgency(number, seen(form), urgency, form.textOrEmpty("reason"), Author.of(person));
        });
    }

    @PostMapping(ONE + "/allegati")
    Object attach(
            @PathVariable TicketNumber number,
            FormInput form,
            @RequestParam("file") MultipartFile file,
            SignedIn person,
            RedirectAttributes flash) {
        return act(number, "allegato", form, person, flash, "File aggiunto.", () -> {
            TicketFiles.add(
                    tickets,
                    number,
                    form.isChecked("internal") ? Visibility.INTERNAL : Visibility.PUBLIC,
                    file,
                    Author.of(person));
        });
    }

    private Object act(
            TicketNumber number,
            String name,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash,
            String done,
            Runnable act) {
        return act(number, name, form, person, flash, () -> {
            act.run();
            return done;
        });
    }

    /** @param act that answers with what was done */
    private Object act(
            TicketNumber number,
            String name,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash,
            Supplier<String> act) {
        Integer seen = seen(form);
        try {
            flash.addFlashAttribute("notice", act.get());
            return "redirect:" + Addresses.of(number);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(number, name, form, null, person));
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.changed"));
            return Answer.refused(page(number, name, form, seen, person));
        }
    }

    static @Nullable Integer seen(FormInput form) {
        String version = form.textOrEmpty("version");
        return version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
    }

    private JteModel page(
            TicketNumber number, String refused, FormInput form, @Nullable Integer seen, SignedIn person) {
        return page(reader.get(number, Viewer.OFFICE), refused, form, seen, person);
    }

    private JteModel page(
            TicketReader.Found found, String refused, FormInput form, @Nullable Integer seen, SignedIn person) {
        Ticket ticket = found.whole().ticket();
        Instant now = clock.instant();
        Assignee assignee = ticket.assignee();
        List<Option> then = new ArrayList<>();
        then.add(new Option("", "Lascia com'è"));
        ticket.state().next().stream()
                .filter(state -> state != TicketState.DELETED && state != TicketState.NEW)
                .forEach(state -> then.add(new Option(state.name(), state.label())));
        var forms = new TicketForms(
                ticket.version(),
                ticket.state().next().stream()
                        .map(state -> new Option(state.name(), state.label()))
                        .toList(),
                then,
                assignee != null && assignee.supplier() != null ? assignee.name() : "",
                ticket.state().next().contains(TicketState.SUSPENDED) ? causes("Scegli, se lo sospendi") : List.of(),
                NewTicketForm.urgencies(),
                canned(found),
                tasks(found.whole(), now),
                found.whole().children().size(),
                found.whole().draft(),
                refused,
                form,
                seen == null ? List.of() : meanwhile(found.whole(), ticket.version() - seen));
        return templates.ticketsTicket(
                TicketViews.shown(found, now, Viewer.OFFICE, Addresses.of(ticket.number())),
                forms,
                asked.of(found, true, person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO)));
    }

    /** What a pause may wait for. */
    static List<Option> causes(String unsaid) {
        List<Option> causes = new ArrayList<>();
        causes.add(new Option("", unsaid));
        for (PauseCause cause : PauseCause.values()) {
            causes.add(new Option(cause.name(), cause.label()));
        }
        return causes;
    }

    private static List<Option> canned(TicketReader.Found found) {
        List<CannedAnswer> answers = found.rules()
                .answers(found.rules().category(found.whole().ticket().category()));
        return answers.stream()
                .map(one -> new Option(Long.toString(one.id()), one.title()))
                .toList();
    }

    private static List<TicketForms.TaskLine> tasks(WholeTicket whole, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Italian.ROME);
        return whole.tasks().stream()
                .map(task -> new TicketForms.TaskLine(
                        task.id(),
                        task.title(),
                        task.assigneeName(),
                        Italian.date(task.dueOn()),
                        task.dueOn() != null
                                && task.doneAt() == null
                                && task.dueOn().isBefore(today),
                        task.blocking(),
                        task.doneAt() == null ? "" : Italian.moment(task.doneAt()) + ", " + task.doneBy()))
                .toList();
    }

    /** The latest things done by others, as many as the versions that passed. */
    static List<String> meanwhile(WholeTicket whole, int steps) {
        record Step(Instant at, String text) {}
        List<Step> done = new ArrayList<>();
        whole.events()
                .forEach(event -> done.add(new Step(
                        event.at(),
                        Italian.moment(event.at()) + ", " + event.actorName() + ": " + TicketViews.what(event)
                                + (event.reason().isEmpty() ? "" : " (" + event.reason() + ")"))));
        whole.entries()
                .forEach(entry -> done.add(new Step(
                        entry.at(),
                        Italian.moment(entry.at()) + ", " + entry.authorName() + ", "
                                + entry.visibility().label().toLowerCase(java.util.Locale.ITALIAN) + ": «"
                                + entry.text() + "»")));
        whole.attachments()
                .forEach(file -> done.add(new Step(
                        file.at(), Italian.moment(file.at()) + ", " + file.authorName() + ": file " + file.name())));
        done.sort(java.util.Comparator.comparing(Step::at));
        return done.subList(Math.max(0, done.size() - Math.max(1, steps)), done.size()).stream()
                .map(Step::text)
                .toList();
    }
}
