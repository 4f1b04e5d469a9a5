// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The acts of a subscription's life, each at the address of its noun. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class SubscriptionActController {

    private static final String ONE = SubscriptionAddresses.STAFF + "/{id}";

    private final Templates templates;
    private final SubscriptionForms forms;
    private final SubscriptionActs acts;
    private final Requests requests;
    private final Clock clock;

    SubscriptionActController(
            Templates templates, SubscriptionForms forms, SubscriptionActs acts, Requests requests, Clock clock) {
        this.templates = templates;
        this.forms = forms;
        this.acts = acts;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping({
        ONE + "/verifica",
        ONE + "/assegnazione",
        ONE + "/attivazione",
        ONE + "/disdetta",
        ONE + "/cessazione",
        ONE + "/ripresa",
        ONE + "/rifiuto",
        ONE + "/ritiro",
        ONE + "/riapertura"
    })
    JteModel form(@PathVariable SubscriptionId id, HttpServletRequest request, SignedIn person) {
        Subscription subscription = acts.get(id);
        SubscriptionActKind kind = kind(request);
        if (!subscription.state().allowed().contains(kind)) {
            throw new SubscriptionActRefused(subscription.state(), kind);
        }
        LocalDate today = LocalDate.now(clock);
        FormInput form =
                FormInput.empty().with("version", subscription.version()).with("date", today);
        switch (kind) {
            case ASSIGN -> form.with("person", person.displayName());
            case ACTIVATE -> form.with("yearlyFrom", today);
            case REQUEST_TERMINATION -> form.with("lastDay", LocalDate.of(today.getYear(), 12, 31));
            case TERMINATE -> form.with("lastDay", subscription.state().lastDay());
            default -> {}
        }
        return templates.subscriptionsForm(form, forms.act(subscription, kind));
    }

    @PostMapping({
        ONE + "/verifica",
        ONE + "/assegnazione",
        ONE + "/attivazione",
        ONE + "/disdetta",
        ONE + "/cessazione",
        ONE + "/ripresa",
        ONE + "/rifiuto",
        ONE + "/ritiro",
        ONE + "/riapertura"
    })
    Object record(
            @PathVariable SubscriptionId id,
            HttpServletRequest request,
            FormInput form,
            @RequestParam(name = "signedFile", required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        SubscriptionActKind kind = kind(request);
        Subscription subscription = acts.get(id);
        SubscriptionAct act = SubscriptionActForm.read(kind, form);
        LocalDate yearlyFrom = form.date("yearlyFrom");
        Protocol protocol = SubscriptionActForm.protocol(form);
        if (act != null && form.isValid()) {
            try {
                record(subscription, form.version(), act, yearlyFrom, protocol, file);
                flash.addFlashAttribute("notice", "Registrato: " + kind.label() + ".");
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            } catch (OptimisticLockingFailureException changed) {
                form.changedMeanwhile("shared.changed-meanwhile", acts.get(id).version());
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.act(subscription, kind)));
    }

    private void record(
            Subscription subscription,
            int version,
            SubscriptionAct act,
            @Nullable LocalDate yearlyFrom,
            @Nullable Protocol protocol,
            @Nullable MultipartFile file) {
        if (act instanceof SubscriptionAct.RequestTermination asked) {
            requests.terminate(
                    subscription.id(),
                    version,
                    new Termination(asked.on(), protocol, asked.lastDay(), asked.reason()),
                    Uploads.of(AttachmentRole.SIGNED_REQUEST, file));
        } else {
            List<Attached> files = Uploads.of(AttachmentRole.ANSWER, file);
            acts.record(subscription.id(), version, act, yearlyFrom, files);
        }
    }

    @GetMapping(ONE + "/rinnovo")
    JteModel renewalForm(@PathVariable SubscriptionId id) {
        return templates.subscriptionsForm(
                FormInput.empty().with("year", LocalDate.now(clock).getYear() + 1), forms.renewal(acts.get(id)));
    }

    @PostMapping(ONE + "/rinnovo")
    Object renew(@PathVariable SubscriptionId id, FormInput form, RedirectAttributes flash) {
        Integer year = FormYears.read(form, "year");
        if (year != null) {
            try {
                if (acts.hasTerm(id, year)) {
                    form.reject("year", Messages.text("subscriptions.renewal.already", Integer.toString(year)));
                } else {
                    acts.renew(id, year, LocalDate.now(clock), form.textOrEmpty("reason"));
                    flash.addFlashAttribute("notice", "Rinnovato per il " + year + ".");
                    return "redirect:" + SubscriptionAddresses.of(id);
                }
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.renewal(acts.get(id))));
    }

    /** The last part of the address is the noun of the act. */
    private static SubscriptionActKind kind(HttpServletRequest request) {
        return Arrays.stream(SubscriptionActKind.values())
                .filter(kind -> request.getRequestURI().endsWith("/" + kind.noun()))
                .findFirst()
                .orElseThrow(() -> new NotFound(request.getRequestURI()));
    }
}
