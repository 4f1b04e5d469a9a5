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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A ticket as the office works on it. What was typed is never lost: not by a slip, not by who was faster. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class TicketPageController {

    private static final String ONE = Addresses.TICKETS + "/{number:\\d+}";

    private final Templates templates;
    private final TicketReader reader;
    private final Tickets tickets;
    private final Clock clock;

    TicketPageController(Templates templates, TicketReader reader, Tickets tickets, Clock clock) {
        this.templates = templates;
        this.reader = reader;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable TicketNumber number) {
        return page(number, "", FormInput.empty(), null);
    }

    @PostMapping(ONE + "/risposte")
    Object answer(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(
                number,
                "risposta",
                form,
                flash,
                "Risposta inviata.",
                () -> tickets.write(
                        number,
                        seen(form),
                        Visibility.PUBLIC,
                        form.typed("text"),
                        form.choice("then", TicketState.class),
                        Author.of(person),
                        clock.instant()));
    }

    @PostMapping(ONE + "/note")
    Object note(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(
                number,
                "nota",
                form,
                flash,
                "Nota aggiunta: l'ente non la vede.",
                () -> tickets.write(
                        number,
                        seen(form),
                        Visibility.INTERNAL,
                        form.typed("text"),
                        null,
                        Author.of(person),
                        clock.instant()));
    }

    @PostMapping(ONE + "/stato")
    Object move(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        TicketState to = form.choice("state", TicketState.class);
        return act(number, "stato", form, flash, "Stato cambiato.", () -> {
            if (to == null) {
                throw Refusal.inField("state", "shared.choice");
            }
            tickets.move(number, seen(form), to, null, form.textOrEmpty("reason"), Author.of(person), clock.instant());
        });
    }

    @PostMapping(ONE + "/assegnazione")
    Object assign(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(number, "assegnazione", form, flash, "Ticket assegnato.", () -> {
            Assignee.Kind kind =
                    Objects.requireNonNullElse(form.choice("kind", Assignee.Kind.class), Assignee.Kind.PERSON);
            boolean toPerson = kind == Assignee.Kind.PERSON;
            if (toPerson && form.textOrEmpty("person").isEmpty()) {
                throw Refusal.inField("person", "tickets.assign.required");
            }
            Assignee to = tickets.assignee(kind, form.textOrEmpty(toPerson ? "person" : "assignee"));
            tickets.assign(number, seen(form), to, form.textOrEmpty("reason"), Author.of(person));
        });
    }

    @PostMapping(ONE + "/urgenza")
    Object changeUrgency(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        Urgency urgency = form.choice("urgency", Urgency.class);
        return act(number, "urgenza", form, flash, "Urgenza cambiata.", () -> {
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
        return act(number, "allegato", form, flash, "File aggiunto.", () -> {
            List<Upload> uploads = Upload.from(file);
            if (uploads.isEmpty()) {
                throw Refusal.inField("file", "tickets.file.required");
            }
            try {
                tickets.attach(
                        number,
                        form.isChecked("internal") ? Visibility.INTERNAL : Visibility.PUBLIC,
                        uploads.getFirst(),
                        Author.of(person));
            } catch (Refusal refusal) {
                throw Refusal.inField("file", "tickets.file", refusal.inItalian());
            }
        });
    }

    private Object act(
            TicketNumber number, String name, FormInput form, RedirectAttributes flash, String done, Runnable act) {
        Integer seen = seen(form);
        try {
            act.run();
            flash.addFlashAttribute("notice", done);
            return "redirect:" + Addresses.of(number);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(number, name, form, null));
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.changed"));
            return Answer.refused(page(number, name, form, seen));
        }
    }

    private static @Nullable Integer seen(FormInput form) {
        String version = form.textOrEmpty("version");
        return version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
    }

    private JteModel page(TicketNumber number, String refused, FormInput form, @Nullable Integer seen) {
        TicketReader.Found found = reader.get(number, null);
        Ticket ticket = found.whole().ticket();
        Instant now = clock.instant();
        List<Option> staff = new ArrayList<>();
        staff.add(new Option("", "Scegli"));
        tickets.staff().forEach(one -> staff.add(new Option(one.username(), one.name())));
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
                staff,
                Arrays.stream(Assignee.Kind.values())
                        .map(kind -> new Option(kind.name(), kind.label()))
                        .toList(),
                NewTicketForm.urgencies(),
                refused,
                form,
                seen == null ? List.of() : meanwhile(found.whole(), ticket.version() - seen));
        return templates.ticketsTicket(TicketViews.shown(found, now, true), forms);
    }

    /** The latest things done by others, as many as the versions that passed. */
    private static List<String> meanwhile(WholeTicket whole, int steps) {
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
