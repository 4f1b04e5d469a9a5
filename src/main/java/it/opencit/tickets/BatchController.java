// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.pages.BatchPage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The same for many tickets chosen from the list: what, a preview of who follows and who does not, what came of it. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class BatchController {

    static final String TOGETHER = Addresses.TICKETS + "/insieme";

    private final Templates templates;
    private final TicketList list;
    private final TicketReader reader;
    private final Batches batches;
    private final Rulebooks rulebooks;
    private final Assignees assignees;

    BatchController(
            Templates templates,
            TicketList list,
            TicketReader reader,
            Batches batches,
            Rulebooks rulebooks,
            Assignees assignees) {
        this.templates = templates;
        this.list = list;
        this.reader = reader;
        this.batches = batches;
        this.rulebooks = rulebooks;
        this.assignees = assignees;
    }

    /** What to do with those that were ticked, or with all that the filters find. */
    @GetMapping(TOGETHER)
    Object choose(FormInput form, ListRequest request) {
        boolean all = form.isChecked("tutti");
        TicketReader.Page found = all
                ? reader.page(list.all(request, Batches.MOST))
                : chosen(form.all("n").stream()
                        .filter(one -> one.matches("[1-9]\\d{0,11}"))
                        .collect(Collectors.joining(",")));
        form.with("numbers", numbers(found));
        JteModel page = page(form, found.lines().size(), found.next() != null);
        return found.lines().isEmpty() ? Answer.refused(page) : page;
    }

    /** The preview, and with {@code confirmed} the act. */
    @PostMapping(TOGETHER)
    Object work(FormInput form, SignedIn person, RedirectAttributes flash) {
        TicketReader.Page found = chosen(form.textOrEmpty("numbers"));
        List<TicketNumber> numbers =
                found.lines().stream().map(TicketLine::number).toList();
        try {
            BatchAct act = act(form);
            Author by = Author.of(person);
            if (form.isChecked("confirmed")) {
                long id = batches.apply(act, numbers, by);
                flash.addFlashAttribute("notice", "Fatto.");
                return "redirect:" + TOGETHER + "/" + id;
            }
            Map<TicketNumber, String> left = batches.preview(act, numbers, by).left();
            return templates.ticketsBatchPreview(
                    shown(found, act.what(), form, line -> left.getOrDefault(line.number(), ""), "", "", false));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(form, numbers.size(), false));
        }
    }

    @GetMapping(TOGETHER + "/{id:\\d+}")
    JteModel done(@PathVariable long id) {
        Batches.Done done = batches.get(id);
        Map<TicketNumber, String> why =
                done.lines().stream().collect(Collectors.toMap(BatchStore.Line::ticket, BatchStore.Line::why));
        TicketReader.Page found = chosen(
                done.lines().stream().map(line -> line.ticket().toString()).collect(Collectors.joining(",")));
        var undone = done.batch().undone();
        return templates.ticketsBatch(shown(
                found,
                done.batch().what(),
                FormInput.empty(),
                line -> why.getOrDefault(line.number(), ""),
                Italian.moment(done.batch().at()) + ", " + done.batch().by()
                        + (undone == null ? "" : "; annullato il " + Italian.moment(undone)),
                TOGETHER + "/" + id,
                batches.isUndoable(done.batch())));
    }

    @PostMapping(TOGETHER + "/{id:\\d+}/annullamento")
    String undo(@PathVariable long id, SignedIn person, RedirectAttributes flash) {
        List<TicketNumber> stay = batches.undo(id, Author.of(person));
        flash.addFlashAttribute(
                "notice",
                stay.isEmpty()
                        ? "Annullato: i ticket stanno come prima."
                        : "Annullato. Intanto sono andati avanti, e restano come sono, i ticket "
                                + stay.stream().map(TicketNumber::toString).collect(Collectors.joining(", ")) + ".");
        return "redirect:" + TOGETHER + "/" + id;
    }

    private BatchAct act(FormInput form) {
        switch (form.textOrEmpty("act")) {
            case "ASSIGN":
                return new BatchAct.Assign(assignees.chosen(form.textOrEmpty("to")));
            case "STATE":
                TicketState to = form.choice("state", TicketState.class);
                if (to == null) {
                    throw Refusal.inField("state", "shared.choice");
                }
                PauseCause cause = form.choice("cause", PauseCause.class);
                if (cause == null && !form.textOrEmpty("cause").isEmpty()) {
                    throw Refusal.inField("cause", "shared.choice");
                }
                return new BatchAct.Change(to, Tickets.shortened(form.textOrEmpty("reason")), cause);
            case "CATEGORY":
                Rulebook rules = rulebooks.current();
                Category category = rules.category(form.textOrEmpty("category"))
                        .filter(one -> !one.retired())
                        .orElseThrow(() ->
                                Refusal.inField("category", "tickets.category.unknown", form.textOrEmpty("category")));
                return new BatchAct.Categorize(category, rules.title(category), form.isChecked("promise"));
            default:
                throw new Refusal("tickets.batch.act");
        }
    }

    private TicketReader.Page chosen(String numbers) {
        return reader.numbered(numbers, Batches.MOST);
    }

    private static String numbers(TicketReader.Page found) {
        return found.lines().stream().map(line -> line.number().toString()).collect(Collectors.joining(","));
    }

    private JteModel page(FormInput form, int number, boolean more) {
        Rulebook rules = rulebooks.current();
        return templates.ticketsTogether(
                form,
                number,
                more,
                assignees.choices(),
                Arrays.stream(TicketState.values())
                        .filter(state -> state != TicketState.NEW)
                        .map(state -> new Option(state.name(), state.label()))
                        .toList(),
                TicketPageController.causes("Quello che si aspetta di solito: l'ente, o il fornitore se è suo"),
                rules.offered().stream()
                        .map(one -> new Option(one.code(), rules.title(one)))
                        .toList());
    }

    private static BatchPage shown(
            TicketReader.Page found,
            String what,
            FormInput form,
            Function<TicketLine, String> why,
            String when,
            String address,
            boolean undoable) {
        List<BatchPage.Line> lines = found.lines().stream()
                .map(line -> new BatchPage.Line(
                        line.number().toString(),
                        Addresses.of(line.number()),
                        line.title(),
                        found.body(line),
                        line.state().label(),
                        why.apply(line)))
                .toList();
        return new BatchPage(
                what,
                lines.stream().filter(line -> line.why().isEmpty()).toList(),
                lines.stream().filter(line -> !line.why().isEmpty()).toList(),
                form,
                when,
                address,
                undoable);
    }
}
