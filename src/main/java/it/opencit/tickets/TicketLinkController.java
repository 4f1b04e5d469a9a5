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
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Links a ticket to others, found by number or by words. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class TicketLinkController {

    private static final String LINKS = Addresses.TICKETS + "/{number:\\d+}/collegamenti";

    /** As many are offered: who does not find it writes more words, or its number. */
    private static final int OFFERED = 50;

    private final Templates templates;
    private final TicketReader reader;
    private final TicketLinks links;
    private final Clock clock;

    TicketLinkController(Templates templates, TicketReader reader, TicketLinks links, Clock clock) {
        this.templates = templates;
        this.reader = reader;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping(LINKS)
    JteModel form(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String q) {
        return page(number, FormInput.empty().with("q", q.strip()));
    }

    @PostMapping(LINKS)
    Object link(@PathVariable TicketNumber number, FormInput form, SignedIn person, RedirectAttributes flash) {
        Relation relation = form.choice("relation", Relation.class);
        List<TicketNumber> others = form.all("others").stream()
                .filter(one -> one.matches("[1-9]\\d{0,11}"))
                .map(TicketNumber::valueOf)
                .toList();
        try {
            if (relation == null) {
                throw Refusal.inField("relation", "shared.choice");
            }
            links.link(number, relation, others, Author.of(person));
            flash.addFlashAttribute("notice", others.size() == 1 ? "Ticket collegato." : "Ticket collegati.");
            return "redirect:" + Addresses.of(number);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(number, form));
        }
    }

    @PostMapping(LINKS + "/{other:\\d+}/rimozione")
    String unlink(
            @PathVariable TicketNumber number,
            @PathVariable TicketNumber other,
            SignedIn person,
            RedirectAttributes flash) {
        links.unlink(number, other, Author.of(person));
        flash.addFlashAttribute("notice", "Collegamento tolto.");
        return "redirect:" + Addresses.of(number);
    }

    private JteModel page(TicketNumber number, FormInput form) {
        Ticket ticket = reader.get(number, Viewer.OFFICE).whole().ticket();
        String words = form.textOrEmpty("q");
        TicketReader.Page found = words.isEmpty() ? null : reader.choose(words, null, OFFERED);
        return templates.ticketsLink(new LinkPage(
                number.toString(),
                ticket.title(),
                Addresses.of(number),
                form,
                found == null
                        ? List.of()
                        : found.lines().stream()
                                .filter(line -> !line.number().equals(number))
                                .map(line -> TicketViews.listed(line, found, clock.instant(), true, Addresses.TICKETS))
                                .toList(),
                found != null && found.next() != null));
    }
}
