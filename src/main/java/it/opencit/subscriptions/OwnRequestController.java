// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.subscriptions.pages.RequestPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A body's person asks: the form is kept as a draft, printed to be signed, or sent, by the button that was pressed.
 */
@Controller
@AllowedTo(Role.REFERENTE)
class OwnRequestController {

    private static final String ACTIVATION = SubscriptionAddresses.AREA + "/catalogo/{offering}/richiesta";
    private static final String ONE = SubscriptionAddresses.AREA + "/{id}";
    private static final String DRAFT = "bozza";
    private static final String PRINT = "modulo";

    private final Templates templates;
    private final OwnServices own;
    private final RequestPages pages;
    private final RequestDocuments documents;
    private final Catalogue catalogue;
    private final Clock clock;

    OwnRequestController(
            Templates templates,
            OwnServices own,
            RequestPages pages,
            RequestDocuments documents,
            Catalogue catalogue,
            Clock clock) {
        this.templates = templates;
        this.own = own;
        this.pages = pages;
        this.documents = documents;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping(ACTIVATION)
    JteModel form(SignedIn person, @PathVariable OfferingId offering) {
        OrganizationId body = OwnServices.body(person);
        var key = new DraftStore.Key(body, offering, RequestKind.ACTIVATION, null);
        Optional<Draft> draft = own.draft(key);
        FormInput form = draft.map(one -> FormInput.of(one.typed())).orElseGet(() -> pages.filled(body));
        return templates.subscriptionsRequest(form, activationPage(body, offering, OwnServices.saved(draft)));
    }

    @PostMapping(ACTIVATION)
    Object send(
            SignedIn person,
            @PathVariable OfferingId offering,
            FormInput form,
            @RequestParam(name = "azione", defaultValue = "invio") String act,
            @RequestParam(name = "signedFile", required = false) @Nullable MultipartFile signed,
            @RequestParam(name = "identityFile", required = false) @Nullable MultipartFile identity,
            RedirectAttributes flash) {
        OrganizationId body = OwnServices.body(person);
        var key = new DraftStore.Key(body, offering, RequestKind.ACTIVATION, null);
        if (act.equals(DRAFT) || act.equals(PRINT)) {
            own.save(key, form);
        }
        if (act.equals(DRAFT)) {
            flash.addFlashAttribute("notice", "Bozza salvata: il centro non la vede finché non la invii.");
            return "redirect:" + SubscriptionAddresses.AREA + "/catalogo/" + offering + "/richiesta";
        }
        var subject = new RequestPages.Subject(
                RequestKind.ACTIVATION, body, catalogue.get(offering), form.textOrEmpty("variant"));
        NewRequest request = pages.read(subject, form, false);
        if (request != null) {
            if (act.equals(PRINT)) {
                return documents.answer(subject, Asked.activation(request), request.contact());
            }
            try {
                SubscriptionId id = own.send(key, request, Uploads.of(signed, identity));
                flash.addFlashAttribute("notice", "Richiesta inviata al centro.");
                return "redirect:" + SubscriptionAddresses.inArea(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.subscriptionsRequest(
                form, activationPage(body, offering, OwnServices.saved(own.draft(key)))));
    }

    @GetMapping({ONE + "/altre-quantita", ONE + "/cambio-pagante", ONE + "/disdetta"})
    JteModel askForm(
            SignedIn person, @PathVariable SubscriptionId id, jakarta.servlet.http.HttpServletRequest request) {
        Subscription subscription = own.subscription(person, id);
        RequestKind kind = kind(request);
        Optional<Draft> draft = own.draft(key(subscription, kind));
        FormInput form = draft.map(one -> FormInput.of(one.typed())).orElseGet(() -> begun(kind));
        return templates.subscriptionsRequest(form, page(subscription, kind, OwnServices.saved(draft)));
    }

    @PostMapping({ONE + "/altre-quantita", ONE + "/cambio-pagante", ONE + "/disdetta"})
    Object ask(
            SignedIn person,
            @PathVariable SubscriptionId id,
            jakarta.servlet.http.HttpServletRequest request,
            FormInput form,
            @RequestParam(name = "azione", defaultValue = "invio") String act,
            @RequestParam(name = "signedFile", required = false) @Nullable MultipartFile signed,
            @RequestParam(name = "identityFile", required = false) @Nullable MultipartFile identity,
            RedirectAttributes flash) {
        Subscription subscription = own.subscription(person, id);
        RequestKind kind = kind(request);
        DraftStore.Key key = key(subscription, kind);
        if (act.equals(DRAFT) || act.equals(PRINT)) {
            own.save(key, form);
        }
        if (act.equals(DRAFT)) {
            flash.addFlashAttribute("notice", "Bozza salvata: il centro non la vede finché non la invii.");
            return "redirect:" + SubscriptionAddresses.inArea(id) + "/" + noun(kind);
        }
        RequestPages.Subject subject = subject(subscription, kind);
        Asked asked = pages.readAsked(subject, form);
        if (asked != null) {
            if (act.equals(PRINT)) {
                return documents.answer(subject, asked, subscription.contact());
            }
            List<Attached> files = Uploads.of(signed, identity);
            try {
                own.send(key, subscription, asked, files);
                flash.addFlashAttribute("notice", "Richiesta inviata al centro.");
                return "redirect:" + SubscriptionAddresses.inArea(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(
                templates.subscriptionsRequest(form, page(subscription, kind, OwnServices.saved(own.draft(key)))));
    }

    private RequestPage activationPage(OrganizationId body, OfferingId offering, String saved) {
        String address = SubscriptionAddresses.AREA + "/catalogo/" + offering;
        return pages.page(
                new RequestPages.Subject(RequestKind.ACTIVATION, body, catalogue.get(offering), ""),
                address + "/richiesta",
                address,
                false,
                saved);
    }

    private RequestPage page(Subscription subscription, RequestKind kind, String saved) {
        String address = SubscriptionAddresses.inArea(subscription.id());
        return pages.page(subject(subscription, kind), address + "/" + noun(kind), address, false, saved);
    }

    private RequestPages.Subject subject(Subscription subscription, RequestKind kind) {
        return new RequestPages.Subject(
                kind, subscription.organization(), catalogue.get(subscription.offering()), subscription.variant());
    }

    private FormInput begun(RequestKind kind) {
        LocalDate today = LocalDate.now(clock);
        return FormInput.empty()
                .with(
                        "fromDay",
                        switch (kind) {
                            case TERMINATION -> LocalDate.of(today.getYear(), 12, 31);
                            case PAYER -> LocalDate.of(today.getYear() + 1, 1, 1);
                            default -> today;
                        });
    }

    private static DraftStore.Key key(Subscription subscription, RequestKind kind) {
        return new DraftStore.Key(subscription.organization(), subscription.offering(), kind, subscription.id());
    }

    private static String noun(RequestKind kind) {
        return switch (kind) {
            case MORE -> "altre-quantita";
            case PAYER -> "cambio-pagante";
            case TERMINATION -> "disdetta";
            case ACTIVATION, RENEWAL -> throw new IllegalArgumentException("Has another address: " + kind);
        };
    }

    private static RequestKind kind(jakarta.servlet.http.HttpServletRequest request) {
        String address = request.getRequestURI();
        return address.endsWith("/altre-quantita")
                ? RequestKind.MORE
                : address.endsWith("/cambio-pagante") ? RequestKind.PAYER : RequestKind.TERMINATION;
    }
}
