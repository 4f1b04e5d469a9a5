// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.pages.TicketActPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The acts of the office that choose among persons, each on a page of its own: the page of the ticket stays quick. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class TicketActController {

    private static final String ONE = Addresses.TICKETS + "/{number:\\d+}";

    private final Templates templates;
    private final TicketReader reader;
    private final Tickets tickets;
    private final Assignees assignees;
    private final Observers observers;
    private final Tasks tasks;
    private final Corrections corrections;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final Clock clock;

    TicketActController(
            Templates templates,
            TicketReader reader,
            Tickets tickets,
            Assignees assignees,
            Observers observers,
            Tasks tasks,
            Corrections corrections,
            Rulebooks rulebooks,
            Organizations organizations,
            Clock clock) {
        this.clock = clock;
        this.corrections = corrections;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.templates = templates;
        this.reader = reader;
        this.tickets = tickets;
        this.assignees = assignees;
        this.observers = observers;
        this.tasks = tasks;
    }

    @GetMapping(ONE + "/assegnazione")
    JteModel assignForm(@PathVariable TicketNumber number) {
        return assignPage(page(
                number,
                FormInput.empty().with("to", reader.get(number, Viewer.OFFICE).usual()),
                null));
    }

    @PostMapping(ONE + "/assegnazione")
    Object assign(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(number, form, flash, "Ticket assegnato.", this::assignPage, () -> {
            Assignee to = assignees.chosen(form.textOrEmpty("to"));
            tickets.assign(number, TicketPageController.seen(form), to, form.textOrEmpty("reason"), Author.of(person));
        });
    }

    private JteModel assignPage(TicketActPage page) {
        return templates.ticketsAssign(page, assignees.choices());
    }

    @GetMapping(ONE + "/visibilita")
    JteModel shareForm(@PathVariable TicketNumber number) {
        TicketReader.Found found = reader.get(number, Viewer.OFFICE);
        return sharePage(page(number, Observers.typed(found.whole().sharing()), null));
    }

    @PostMapping(ONE + "/visibilita")
    Object share(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        return act(number, form, flash, "Salvato chi vede il ticket.", this::sharePage, () -> {
            OrganizationId body =
                    reader.get(number, Viewer.OFFICE).whole().ticket().organization();
            tickets.share(number, TicketPageController.seen(form), observers.read(body, form), Author.of(person));
        });
    }

    private JteModel sharePage(TicketActPage page) {
        WholeTicket whole =
                reader.get(TicketNumber.valueOf(page.ticket()), Viewer.OFFICE).whole();
        Ticket ticket = whole.ticket();
        String kept = whole.sharing().office();
        String office =
                kept.isEmpty() ? observers.office(ticket.organization(), ticket.username(), ticket.requester()) : kept;
        return templates.ticketsShare(
                page,
                observers.form(ticket.organization(), page.typed(), office),
                StandingObserverController.of(ticket.organization()));
    }

    @GetMapping(ONE + "/attivita")
    JteModel taskForm(@PathVariable TicketNumber number) {
        return taskPage(page(number, FormInput.empty(), null));
    }

    @PostMapping(ONE + "/attivita")
    Object addTask(@PathVariable TicketNumber number, FormInput form, RedirectAttributes flash) {
        LocalDate due = form.date("due");
        return act(number, form, flash, "Attività aggiunta.", this::taskPage, () -> {
            if (!form.isValid()) {
                throw Refusal.inField("due", "shared.date", form.typed("due"));
            }
            tasks.add(number, form.textOrEmpty("title"), form.textOrEmpty("assignee"), due, form.isChecked("blocking"));
        });
    }

    @PostMapping(ONE + "/attivita/{task:\\d+}")
    Object finishTask(
            @PathVariable TicketNumber number,
            @PathVariable long task,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash) {
        boolean done = form.isChecked("done");
        String told = done ? "Attività fatta." : "Attività di nuovo da fare.";
        return act(
                number, form, flash, told, this::taskPage, () -> tasks.finish(number, task, done, Author.of(person)));
    }

    private JteModel taskPage(TicketActPage page) {
        List<Option> staff = new ArrayList<>();
        staff.add(new Option("", "Nessuno in particolare"));
        assignees.staff().forEach(one -> staff.add(new Option(one.username(), one.name())));
        return templates.ticketsTask(page, staff);
    }

    @GetMapping(ONE + "/correzione")
    JteModel correctForm(@PathVariable TicketNumber number) {
        TicketReader.Found found = reader.get(number, Viewer.OFFICE);
        Ticket ticket = found.whole().ticket();
        String service = found.rules().services().code(ticket.service());
        boolean offered = NewTicketForm.services(found.rules(), today(), false).stream()
                .anyMatch(one -> one.value().equals(service));
        return correctPage(page(
                number,
                FormInput.empty()
                        .with("type", ticket.type())
                        .with(
                                "category",
                                found.rules().category(ticket.category()).code())
                        .with("title", ticket.title())
                        .with("service", offered ? service : ServiceNames.OTHER)
                        .with(
                                "otherService",
                                offered ? "" : found.rules().services().title(service))
                        .with("protocol", ticket.protocol())
                        .with("organizationId", ticket.organization()),
                null));
    }

    @PostMapping(ONE + "/correzione")
    Object correct(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        TicketType type = form.choice("type", TicketType.class);
        Long body = form.integer("organizationId");
        String service = NewTicketForm.service(form);
        if (!form.isValid()) {
            return Answer.refused(correctPage(page(number, form, null)));
        }
        return act(
                number, form, flash, "Corretto: che cosa è cambiato è scritto nella storia.", this::correctPage, () -> {
                    if (type == null) {
                        throw Refusal.inField("type", "shared.choice");
                    }
                    if (body == null) {
                        throw Refusal.inField("organizationId", "tickets.organization");
                    }
                    corrections.correct(
                            number,
                            TicketPageController.seen(form),
                            new Correction(
                                    type,
                                    form.textOrEmpty("category"),
                                    form.textOrEmpty("title"),
                                    service,
                                    form.textOrEmpty("protocol"),
                                    new OrganizationId(body),
                                    form.textOrEmpty("requester"),
                                    form.textOrEmpty("email"),
                                    form.isChecked("level"),
                                    form.textOrEmpty("reason")),
                            Author.of(person));
                });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Italian.ROME);
    }

    private JteModel correctPage(TicketActPage page) {
        Rulebook rules = rulebooks.current();
        List<Option> categories = new ArrayList<>(rules.offered().stream()
                .map(one -> new Option(one.code(), rules.title(one)))
                .toList());
        rules.category(page.typed().typed("category"))
                .filter(Category::retired) // its own, which is no longer offered
                .ifPresent(one -> categories.addFirst(new Option(one.code(), rules.title(one))));
        return templates.ticketsCorrect(
                page,
                Arrays.stream(TicketType.values())
                        .map(one -> new Option(one.name(), one.label()))
                        .toList(),
                categories,
                NewTicketForm.services(rules, today(), false),
                organizations.all().stream()
                        .map(one -> new Option(one.id().toString(), one.fullName()))
                        .toList());
    }

    private Object act(
            TicketNumber number,
            FormInput form,
            RedirectAttributes flash,
            String done,
            Function<TicketActPage, JteModel> show,
            Runnable act) {
        Integer seen = TicketPageController.seen(form);
        try {
            act.run();
            flash.addFlashAttribute("notice", done);
            return "redirect:" + Addresses.of(number);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(show.apply(page(number, form, null)));
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.changed"));
            return Answer.refused(show.apply(page(number, form, seen)));
        }
    }

    private TicketActPage page(TicketNumber number, FormInput form, @Nullable Integer seen) {
        TicketReader.Found found = reader.get(number, Viewer.OFFICE);
        Ticket ticket = found.whole().ticket();
        return new TicketActPage(
                number.toString(),
                ticket.title(),
                Addresses.of(number),
                ticket.version(),
                form,
                seen == null ? List.of() : TicketPageController.meanwhile(found.whole(), ticket.version() - seen));
    }
}
