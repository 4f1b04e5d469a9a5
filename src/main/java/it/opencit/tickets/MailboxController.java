// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.pages.MailboxPage;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mailbox from which tickets come, set up by the coordinator. */
@Controller
@AllowedTo(Role.COORDINATORE)
class MailboxController {

    private final Templates templates;
    private final Mailboxes mailboxes;
    private final Rulebooks rulebooks;

    MailboxController(Templates templates, Mailboxes mailboxes, Rulebooks rulebooks) {
        this.templates = templates;
        this.mailboxes = mailboxes;
        this.rulebooks = rulebooks;
    }

    @GetMapping(Addresses.MAILBOX)
    JteModel show() {
        return page(MailboxForm.filled(mailboxes.current().orElse(null)), "");
    }

    @PostMapping(Addresses.MAILBOX)
    Object save(FormInput form, RedirectAttributes flash) {
        Mailbox typed = MailboxForm.read(form, rulebooks.current());
        if (typed == null) {
            return refused(form);
        }
        try {
            mailboxes.save(typed, form.typed("secret"), seen(form));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return refused(form);
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.mailbox.changed"));
            return refused(form);
        }
        flash.addFlashAttribute(
                "notice",
                typed.active()
                        ? "Casella salvata: da ora si legge ogni minuto."
                        : "Casella salvata. Non è attiva: nessuno la legge.");
        return "redirect:" + Addresses.MAILBOX;
    }

    /** Tries what is typed, without saving it. */
    @PostMapping(Addresses.MAILBOX + "/prova")
    Object attempt(FormInput form) {
        Mailbox typed = MailboxForm.read(form, rulebooks.current());
        if (typed == null) {
            return refused(form);
        }
        try {
            Mailbox sealed = mailboxes.with(
                    typed, form.typed("secret"), mailboxes.current().orElse(null));
            try (MailboxConnection connection = mailboxes.connect(sealed)) {
                int messages = connection.size();
                return Answer.ok(page(form, Messages.text("tickets.mailbox.works", messages)));
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (MessagingException failure) {
            form.reject("", MailboxConnection.why(failure, typed));
        }
        return refused(form);
    }

    private Answer refused(FormInput form) {
        return Answer.refused(page(form, ""));
    }

    private JteModel page(FormInput form, String tried) {
        Rulebook rules = rulebooks.current();
        return templates.ticketsMailbox(
                new MailboxPage(
                        Arrays.stream(MailboxSecurity.values())
                                .map(one -> new Option(one.name(), one.label()))
                                .toList(),
                        rules.offered().stream()
                                .map(category -> new Option(category.code(), rules.title(category)))
                                .toList(),
                        mailboxes.current().isPresent(),
                        mailboxes
                                .trouble()
                                .map(trouble -> "Dal " + Italian.moment(trouble.since()) + ": " + trouble.what())
                                .orElse(""),
                        tried),
                form);
    }

    private static int seen(FormInput form) {
        String version = form.textOrEmpty("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}
