// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who received a link says how satisfied it is, without signing in; it sees no more of the ticket than its mail told. */
@Controller
@OpenToAll
class OpinionController {

    private static final String ONE = "/parere/{token}";

    private final Templates templates;
    private final Opinions opinions;
    private final TicketReader reader;

    OpinionController(Templates templates, Opinions opinions, TicketReader reader) {
        this.templates = templates;
        this.opinions = opinions;
        this.reader = reader;
    }

    static String path(String token) {
        return "/parere/" + token;
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable String token) {
        TicketNumber number = opinions.byLink(token);
        return page(token, number, OpinionForm.of(opinions.find(number)));
    }

    @PostMapping(ONE)
    Object give(@PathVariable String token, FormInput form, RedirectAttributes flash) {
        TicketNumber number = opinions.byLink(token);
        boolean given =
                Acting.as(Acting.currentCentre(), Acting.PROGRAM, () -> OpinionForm.give(opinions, number, form, ""));
        if (!given) {
            return Answer.refused(page(token, number, form));
        }
        flash.addFlashAttribute("notice", "Grazie: il tuo parere è arrivato al centro.");
        return "redirect:" + path(token);
    }

    private JteModel page(String token, TicketNumber number, FormInput form) {
        Ticket ticket = reader.get(number, Viewer.OFFICE).whole().ticket();
        Optional<Opinion> before = opinions.find(number);
        return templates.ticketsOpinion(OpinionForm.page(
                path(token), "", number, ticket.title(), form, before, opinions.mayGive(ticket.state(), before)));
    }
}
