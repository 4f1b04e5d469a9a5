// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.pages.PaymentReminderPage;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is late, and the reminders proposed today. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class PaymentReminderController {

    private final Templates templates;
    private final PaymentReminders reminders;
    private final ReceiptTerms terms;
    private final Organizations organizations;
    private final Clock clock;

    PaymentReminderController(
            Templates templates,
            PaymentReminders reminders,
            ReceiptTerms terms,
            Organizations organizations,
            Clock clock) {
        this.templates = templates;
        this.reminders = reminders;
        this.terms = terms;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/gestione/solleciti")
    JteModel late(SignedIn person) {
        List<LateRequest> late = reminders.late();
        Set<OrganizationId> payers =
                late.stream().map(one -> one.request().payer()).collect(Collectors.toSet());
        Map<OrganizationId, Organization> bodies =
                organizations.all(payers).stream().collect(Collectors.toMap(Organization::id, body -> body));
        Map<OrganizationId, PayerTerms> theirs = terms.of(payers);
        LocalDate today = LocalDate.now(clock);
        return templates.receiptsReminders(new PaymentReminderPage(
                person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO),
                late.stream()
                        .map(one -> line(one, bodies.get(one.request().payer()), theirs, today))
                        .toList(),
                Euro.sum(late.stream().map(LateRequest::residual).toList()).inItalian()));
    }

    @PostMapping("/gestione/solleciti")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
    String send(FormInput form, RedirectAttributes flash) {
        Set<PaymentRequestId> chosen = form.all("request").stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(PaymentRequestId::valueOf)
                .collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            flash.addFlashAttribute("warning", Messages.text("receipts.reminder.none"));
            return "redirect:/gestione/solleciti";
        }
        List<Reminder> sent = reminders.send(chosen);
        long byMail = sent.stream().filter(one -> !one.to().isEmpty()).count();
        flash.addFlashAttribute(
                "notice",
                "Solleciti preparati: " + sent.size() + ", di cui " + byMail
                        + " per e-mail. Le lettere sono nella pagina di ogni richiesta.");
        return "redirect:/gestione/solleciti";
    }

    private static PaymentReminderPage.Late line(
            LateRequest late, @Nullable Organization payer, Map<OrganizationId, PayerTerms> theirs, LocalDate today) {
        PaymentRequest request = late.request();
        ReminderStep next = late.next();
        return new PaymentReminderPage.Late(
                request.id().toString(),
                request.label(),
                payer == null ? "" : payer.fullName(),
                "/gestione/estratto-conto/" + request.payer(),
                Italian.date(late.due()),
                ChronoUnit.DAYS.between(late.due(), today),
                request.amount().inItalian(),
                late.residual().inItalian(),
                late.sent().isEmpty()
                        ? "nessuno"
                        : late.sent().getLast().step().label() + " del "
                                + Italian.date(late.sent().getLast().sentOn()),
                late.proposed(today).map(ReminderStep::label).orElse(""),
                next == null
                        ? "Dopo la diffida decide il centro: recupero del credito"
                        : next.label() + " dal " + Italian.date(late.nextFrom()),
                payer == null
                        ? ""
                        : ReceiptTerms.address(
                                theirs.getOrDefault(request.payer(), PayerTerms.usual(request.payer())), payer));
    }
}
