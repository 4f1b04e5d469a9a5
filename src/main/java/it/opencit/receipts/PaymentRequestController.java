// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.pages.PaymentRequestPage;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payment requests: the list of a year, each with its letter, one or all of them sent. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class PaymentRequestController {

    private final Templates templates;
    private final PaymentRequests requests;
    private final PaymentRequestSending sending;
    private final PaymentRequestPages pages;
    private final PaymentReminders reminders;
    private final PaymentLetters letters;
    private final Organizations organizations;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    PaymentRequestController(
            Templates templates,
            PaymentRequests requests,
            PaymentRequestSending sending,
            PaymentRequestPages pages,
            PaymentReminders reminders,
            PaymentLetters letters,
            Organizations organizations,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.requests = requests;
        this.sending = sending;
        this.pages = pages;
        this.reminders = reminders;
        this.letters = letters;
        this.organizations = organizations;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/gestione/entrate/{year}/richieste")
    JteModel list(@PathVariable String year, ListRequest request, SignedIn person) {
        int ofYear = Years.read(year);
        List<PaymentRequest> found = requests.ofDuesYear(ofYear);
        int toSend = (int) found.stream().filter(one -> one.sending() == null).count();
        return templates.receiptsRequests(
                ofYear, mayWrite(person) ? toSend : 0, lists.page(PaymentRequestList.of(ofYear), rows(found), request));
    }

    @GetMapping("/gestione/entrate/{year}/richieste/richieste-{same}.{format}")
    void export(
            @PathVariable String year, @PathVariable ExportFormat format, ListRequest request, HttpServletResponse out)
            throws IOException {
        int ofYear = Years.read(year);
        exports.send(PaymentRequestList.of(ofYear), rows(requests.ofDuesYear(ofYear)), request, format, out);
    }

    /** Each one leaves in a transaction of its own: those that cannot are told, and hold back no other. */
    @PostMapping("/gestione/entrate/{year}/richieste/invio")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
    String sendAll(@PathVariable String year, RedirectAttributes flash) {
        int sent = 0;
        int held = 0;
        String why = "";
        for (PaymentRequest request : requests.ofDuesYear(Years.read(year))) {
            if (request.sending() != null) {
                continue;
            }
            try {
                sending.send(request.id(), request.version(), sending.today());
                sent++;
            } catch (Refusal refusal) {
                held++;
                why = refusal.inItalian();
            } catch (OptimisticLockingFailureException meanwhile) {
                // somebody else has just sent it
            }
        }
        if (sent > 0) {
            flash.addFlashAttribute("notice", sent == 1 ? "Una richiesta mandata." : sent + " richieste mandate.");
        }
        if (held > 0) {
            flash.addFlashAttribute(
                    "warning",
                    (held == 1 ? "Una richiesta non è partita: " : held + " richieste non sono partite; l'ultima: ")
                            + why);
        }
        return "redirect:/gestione/entrate/" + year + "/richieste";
    }

    @GetMapping("/gestione/richieste/{id}")
    JteModel show(@PathVariable PaymentRequestId id, SignedIn person) {
        LocalDate today = LocalDate.now(clock);
        PaymentRequestPage page = pages.of(id);
        FormInput form = FormInput.empty()
                .with("version", page.version())
                .with("sentOn", today)
                .with("receivedOn", today)
                .with("byMail", "si");
        return templates.receiptsRequest(page, form, mayWrite(person));
    }

    @PostMapping("/gestione/richieste/{id}/invio")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
    Object send(@PathVariable PaymentRequestId id, FormInput form, RedirectAttributes flash) {
        LocalDate sentOn = form.date("sentOn");
        LocalDate receivedOn = form.date("receivedOn");
        if (sentOn == null || receivedOn == null) {
            form.reject(sentOn == null ? "sentOn" : "receivedOn", Messages.text("receipts.request.day"));
        }
        if (sentOn == null || receivedOn == null || !form.isValid()) {
            return Answer.refused(templates.receiptsRequest(pages.of(id), form, true));
        }
        try {
            PaymentRequest sent = sending.send(
                    id, form.version(), new PaymentRequestSending.Order(sentOn, receivedOn, form.isChecked("byMail")));
            flash.addFlashAttribute("notice", "Richiesta " + sent.label() + " registrata come mandata.");
            return "redirect:/gestione/richieste/" + id;
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(templates.receiptsRequest(pages.of(id), form, true));
        } catch (OptimisticLockingFailureException meanwhile) {
            form.reject("", Messages.text("shared.changed-meanwhile"));
            PaymentRequestPage page = pages.of(id);
            return new Answer(
                    templates.receiptsRequest(page, form.with("version", page.version()), true), HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/gestione/richieste/{id}/richiesta.pdf")
    ResponseEntity<byte[]> letter(@PathVariable PaymentRequestId id) {
        return pdf(letters.request(pages.of(id)), "richiesta-" + id);
    }

    static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .body(content);
    }

    private List<ListRow> rows(List<PaymentRequest> found) {
        Map<OrganizationId, String> names =
                organizations
                        .all(found.stream()
                                .map(PaymentRequest::payer)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Organization::id, Organization::fullName));
        Map<PaymentRequestId, String> payers = found.stream()
                .collect(Collectors.toMap(
                        PaymentRequest::id, one -> Objects.requireNonNullElse(names.get(one.payer()), "")));
        return PaymentRequestList.rows(found, reminders.residuals(found), payers);
    }

    private static boolean mayWrite(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO);
    }
}
