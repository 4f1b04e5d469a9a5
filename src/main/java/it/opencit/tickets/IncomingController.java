// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.pages.IncomingPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mail that came in, and what is decided of what waits. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class IncomingController {

    private static final String ONE = Addresses.INCOMING + "/{id:\\d+}";

    private final Templates templates;
    private final Quarantine quarantine;
    private final Senders senders;
    private final Organizations organizations;
    private final Mailboxes mailboxes;
    private final Lists lists;
    private final Exports exports;

    IncomingController(
            Templates templates,
            Quarantine quarantine,
            Senders senders,
            Organizations organizations,
            Mailboxes mailboxes,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.quarantine = quarantine;
        this.senders = senders;
        this.organizations = organizations;
        this.mailboxes = mailboxes;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(Addresses.INCOMING)
    JteModel list(ListRequest request) {
        return templates.ticketsIncoming(
                lists.page(IncomingList.listing(), request),
                quarantine.count(),
                mailboxes.current().filter(Mailbox::active).isPresent(),
                mailboxes.trouble().map(MailboxTrouble::what).orElse(""));
    }

    @GetMapping(Addresses.INCOMING + "/posta.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(IncomingList.listing(), request, format, response);
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable long id) {
        return page(id, FormInput.empty());
    }

    /** The message as it came, to be saved and never opened in the page's own origin. */
    @GetMapping(ONE + "/originale")
    ResponseEntity<byte[]> original(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"messaggio-" + id + ".eml\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(quarantine.raw(id));
    }

    @PostMapping(ONE + "/ticket")
    Object open(@PathVariable long id, FormInput form, SignedIn person, RedirectAttributes flash) {
        try {
            Long body = form.integer("body");
            if (body == null) {
                throw Refusal.inField("body", "tickets.organization");
            }
            TicketNumber number = quarantine.open(id, new OrganizationId(body), Author.of(person));
            flash.addFlashAttribute("notice", "Ticket n. " + number + " aperto.");
            return "redirect:" + Addresses.of(number);
        } catch (Refusal refusal) {
            return refused(id, form, refusal);
        }
    }

    @PostMapping(ONE + "/aggiunta")
    Object attach(@PathVariable long id, FormInput form, SignedIn person, RedirectAttributes flash) {
        try {
            String typed = form.textOrEmpty("ticket").replace("#", "");
            if (!typed.matches("[1-9]\\d{0,11}")) {
                throw Refusal.inField("ticket", "tickets.incoming.number");
            }
            TicketNumber number = TicketNumber.valueOf(typed);
            quarantine.attach(id, number, Author.of(person));
            flash.addFlashAttribute("notice", "Messaggio aggiunto al ticket.");
            return "redirect:" + Addresses.of(number);
        } catch (Refusal refusal) {
            return refused(id, form, refusal);
        }
    }

    @PostMapping(ONE + "/scarto")
    Object discard(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        try {
            quarantine.discard(id, form.typed("why"));
            flash.addFlashAttribute("notice", "Messaggio scartato: resta nell'elenco, con il motivo.");
            return "redirect:" + Addresses.INCOMING;
        } catch (Refusal refusal) {
            return refused(id, form, refusal);
        }
    }

    private Answer refused(long id, FormInput form, Refusal refusal) {
        form.reject(refusal);
        return Answer.refused(page(id, form));
    }

    private JteModel page(long id, FormInput form) {
        Quarantine.Shown shown = quarantine.show(id);
        Incoming incoming = shown.incoming();
        Letter letter = shown.letter();
        QuarantineReason reason = incoming.reason();
        TicketNumber ticket = incoming.ticket();
        List<OrganizationId> own = incoming.state().isOpen() ? senders.bodies(letter.sender()) : List.of();
        if (form.isValid() && own.size() == 1) {
            form.with("body", own.getFirst());
        }
        return templates.ticketsIncomingMessage(
                new IncomingPage(
                        Addresses.INCOMING + "/" + id,
                        letter.subject().isBlank() ? "(senza oggetto)" : letter.subject(),
                        letter.sender().isEmpty() ? "non si legge" : letter.sender(),
                        letter.senderName(),
                        Italian.moment(incoming.received()),
                        incoming.state().label(),
                        incoming.state() == IncomingState.QUARANTINE && reason != null ? reason.label() : "",
                        incoming.detail(),
                        incoming.worked() == null ? "" : Italian.moment(incoming.worked()) + ", " + incoming.workedBy(),
                        letter.text(),
                        letter.enclosed().stream().map(Letter.Enclosed::name).toList(),
                        ticket == null ? "" : Addresses.of(ticket),
                        ticket == null ? "" : ticket.toString(),
                        incoming.state().isOpen(),
                        incoming.state().isOpen() ? bodies(own) : List.of()),
                form);
    }

    /** Those for which the sender is known to write come first. */
    private List<Option> bodies(List<OrganizationId> own) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "Scegli l'ente"));
        organizations
                .all(own)
                .forEach(body -> options.add(new Option(body.id().toString(), body.fullName() + " (suo ente)")));
        organizations.all().stream()
                .filter(body -> !own.contains(body.id()))
                .forEach(body -> options.add(new Option(body.id().toString(), body.fullName())));
        return options;
    }
}
