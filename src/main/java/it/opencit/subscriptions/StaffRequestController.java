// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.subscriptions.pages.RequestPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The requests of bodies as the staff sees them: one on behalf of a body, the answer, the protocol, the printed form. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class StaffRequestController {

    private static final String NEW = SubscriptionAddresses.STAFF + "/nuovo";
    private static final String ONE = SubscriptionAddresses.STAFF + "/{id}/richieste/{request}";

    private final Templates templates;
    private final RequestPages pages;
    private final SubscriptionForms forms;
    private final SubscriptionActs acts;
    private final Requests requests;
    private final RequestDocuments documents;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Clock clock;

    StaffRequestController(
            Templates templates,
            RequestPages pages,
            SubscriptionForms forms,
            SubscriptionActs acts,
            Requests requests,
            RequestDocuments documents,
            Catalogue catalogue,
            Organizations organizations,
            Clock clock) {
        this.templates = templates;
        this.pages = pages;
        this.forms = forms;
        this.acts = acts;
        this.requests = requests;
        this.documents = documents;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** First which body and which service, then what that service asks. */
    @GetMapping(NEW)
    JteModel form(
            @RequestParam(name = "ente", required = false) @Nullable OrganizationId body,
            @RequestParam(name = "servizio", required = false) @Nullable OfferingId offering) {
        if (body == null || offering == null) {
            return templates.subscriptionsChoose(
                    FormInput.empty().with("ente", body).with("servizio", offering), bodies(), offerings());
        }
        var subject = new RequestPages.Subject(RequestKind.ACTIVATION, body, catalogue.get(offering), "");
        return templates.subscriptionsRequest(pages.filled(body), page(subject));
    }

    @PostMapping(NEW)
    Object open(
            @RequestParam(name = "ente") OrganizationId body,
            @RequestParam(name = "servizio") OfferingId offering,
            FormInput form,
            @RequestParam(name = "signedFile", required = false) @Nullable MultipartFile signed,
            @RequestParam(name = "identityFile", required = false) @Nullable MultipartFile identity,
            RedirectAttributes flash) {
        Offering asked = catalogue.get(offering);
        var subject = new RequestPages.Subject(RequestKind.ACTIVATION, body, asked, "");
        NewRequest request = pages.read(subject, form, true);
        if (request != null) {
            try {
                SubscriptionId id = requests.open(request, Uploads.of(signed, identity));
                flash.addFlashAttribute("notice", "Richiesta registrata.");
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.subscriptionsRequest(form, page(subject)));
    }

    @GetMapping(ONE + "/esito")
    JteModel answerForm(@PathVariable SubscriptionId id, @PathVariable RequestId request) {
        Request asked = requests.ofSubscription(id, request);
        LocalDate from = asked.fromDay();
        return templates.subscriptionsForm(
                FormInput.empty().with("date", from == null ? LocalDate.now(clock) : from),
                forms.answer(acts.get(id), asked));
    }

    @PostMapping(ONE + "/esito")
    Object answer(
            @PathVariable SubscriptionId id,
            @PathVariable RequestId request,
            FormInput form,
            RedirectAttributes flash) {
        Request asked = requests.ofSubscription(id, request);
        RequestState answer = form.choice("answer", RequestState.class);
        if (answer != RequestState.ACCEPTED && answer != RequestState.REFUSED) {
            form.reject("answer", Messages.text("subscriptions.form.answer"));
        }
        LocalDate date = form.date("date");
        if (date == null) {
            form.reject("date", Messages.text("subscriptions.act.date"));
        }
        String reason = answer == RequestState.REFUSED
                ? form.required("reason", "subscriptions.act.reason")
                : form.textOrEmpty("reason");
        if (date != null && form.isValid()) {
            try {
                if (answer == RequestState.ACCEPTED) {
                    requests.accept(request, date, reason);
                } else {
                    requests.refuse(request, date, reason);
                }
                flash.addFlashAttribute("notice", "Risposta registrata.");
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.answer(acts.get(id), asked)));
    }

    @GetMapping(ONE + "/protocollo")
    JteModel protocolForm(@PathVariable SubscriptionId id, @PathVariable RequestId request) {
        return templates.subscriptionsForm(
                FormInput.empty().with("protocolDate", LocalDate.now(clock)),
                forms.protocol(acts.get(id), requests.ofSubscription(id, request)));
    }

    @PostMapping(ONE + "/protocollo")
    Object register(
            @PathVariable SubscriptionId id,
            @PathVariable RequestId request,
            FormInput form,
            RedirectAttributes flash) {
        Request asked = requests.ofSubscription(id, request);
        Protocol protocol = SubscriptionActForm.protocol(form);
        if (protocol == null && form.isValid()) {
            form.reject("protocolNumber", Messages.text("subscriptions.protocol.incomplete"));
        }
        if (protocol != null && form.isValid()) {
            try {
                requests.register(request, protocol);
                flash.addFlashAttribute(
                        "notice",
                        "Protocollo salvato."
                                + (protocol.number().isRegular()
                                        ? ""
                                        : " Il numero ha meno di 7 cifre: controlla che non manchino gli zeri iniziali."));
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.protocol(acts.get(id), asked)));
    }

    @GetMapping(ONE + "/modulo.pdf")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ResponseEntity<byte[]> document(@PathVariable SubscriptionId id, @PathVariable RequestId request) {
        return documents.answer(acts.get(id), requests.ofSubscription(id, request));
    }

    private RequestPage page(RequestPages.Subject subject) {
        return pages.page(
                subject,
                NEW + "?ente=" + subject.body() + "&servizio="
                        + subject.offering().id(),
                NEW,
                true,
                "");
    }

    private List<Option> bodies() {
        return Stream.concat(
                        Stream.of(new Option("", "Scegli…")),
                        organizations.all().stream()
                                .map(body -> new Option(body.id().toString(), body.fullName())))
                .toList();
    }

    private List<Option> offerings() {
        return Stream.concat(
                        Stream.of(new Option("", "Scegli…")),
                        catalogue.offeredOn(LocalDate.now(clock)).stream()
                                .map(one -> new Option(one.id().toString(), one.title())))
                .toList();
    }
}
