// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A body's person says in its area how satisfied it is: also who left no address to write to. */
@Controller
@AllowedTo(Role.REFERENTE)
class AreaOpinionController {

    private static final String ONE = Addresses.AREA + "/{number:\\d+}/parere";

    private final Templates templates;
    private final Opinions opinions;
    private final TicketReader reader;

    AreaOpinionController(Templates templates, Opinions opinions, TicketReader reader) {
        this.templates = templates;
        this.opinions = opinions;
        this.reader = reader;
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable TicketNumber number, SignedIn person) {
        return page(number, person, OpinionForm.of(opinions.find(number)));
    }

    @PostMapping(ONE)
    Object give(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        reader.get(number, Viewer.of(person)); // of another body: as if it were not there
        if (!OpinionForm.give(opinions, number, form, person.username())) {
            return Answer.refused(page(number, person, form));
        }
        flash.addFlashAttribute("notice", "Grazie: il tuo parere è arrivato al centro.");
        return "redirect:" + Addresses.inArea(number);
    }

    private JteModel page(TicketNumber number, SignedIn person, FormInput form) {
        Ticket ticket = reader.get(number, Viewer.of(person)).whole().ticket();
        Optional<Opinion> before = opinions.find(number);
        return templates.ticketsOpinion(OpinionForm.page(
                Addresses.inArea(number) + "/parere",
                Addresses.inArea(number),
                number,
                ticket.title(),
                form,
                before,
                opinions.mayGive(ticket.state(), before)));
    }
}
