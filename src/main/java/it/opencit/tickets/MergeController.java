// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.tickets.pages.LinkPage;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Merges a duplicate into another ticket of its body, and undoes it. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class MergeController {

    private static final String ONE = Addresses.TICKETS + "/{number:\\d+}/unione";
    private static final int OFFERED = 50;

    private final Templates templates;
    private final TicketReader reader;
    private final Merges merges;
    private final Clock clock;

    MergeController(Templates templates, TicketReader reader, Merges merges, Clock clock) {
        this.templates = templates;
        this.reader = reader;
        this.merges = merges;
        this.clock = clock;
    }

    @GetMapping(ONE)
    JteModel form(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String q) {
        return page(number, FormInput.empty().with("q", q.strip()));
    }

    @PostMapping(ONE)
    Object merge(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        String into = form.textOrEmpty("into");
        try {
            if (!into.matches("[1-9]\\d{0,11}")) {
                throw Refusal.inField("into", "tickets.merge.required");
            }
            merges.merge(number, TicketNumber.valueOf(into), Author.of(person));
            flash.addFlashAttribute("notice", "Il ticket " + number + " è unito a questo.");
            return "redirect:" + Addresses.of(TicketNumber.valueOf(into));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(number, form));
        }
    }

    @PostMapping(ONE + "/annullamento")
    String undo(@PathVariable TicketNumber number, SignedIn person, RedirectAttributes flash) {
        merges.undo(number, Author.of(person));
        flash.addFlashAttribute("notice", "L'unione è annullata: il ticket " + number + " sta come prima.");
        return "redirect:" + Addresses.of(number);
    }

    private JteModel page(TicketNumber number, FormInput form) {
        TicketReader.Found found = reader.get(number, Viewer.OFFICE);
        String words = form.textOrEmpty("q");
        TicketReader.Page others = reader.choose(words, found.whole().ticket().organization(), OFFERED);
        return templates.ticketsMerge(new LinkPage(
                number.toString(),
                found.whole().ticket().title(),
                Addresses.of(number),
                form,
                others.lines().stream()
                        .filter(line -> !line.number().equals(number))
                        .filter(line -> line.state().isOpen() || line.state() == TicketState.SOLVED)
                        .map(line -> TicketViews.listed(line, others, clock.instant(), true, Addresses.TICKETS))
                        .toList(),
                others.next() != null));
    }
}
