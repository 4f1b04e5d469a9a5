// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.catalogue.SupplierId;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** "I servizi erogati": the list, everything about one, its texts and files. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class SubscriptionController {

    private static final String ONE = SubscriptionAddresses.STAFF + "/{id}";

    private final Templates templates;
    private final SubscriptionList list;
    private final SubscriptionDetails details;
    private final SubscriptionForms forms;
    private final SubscriptionActs acts;
    private final Requests requests;
    private final Lists lists;
    private final Exports exports;

    SubscriptionController(
            Templates templates,
            SubscriptionList list,
            SubscriptionDetails details,
            SubscriptionForms forms,
            SubscriptionActs acts,
            Requests requests,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.list = list;
        this.details = details;
        this.forms = forms;
        this.acts = acts;
        this.requests = requests;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(SubscriptionAddresses.STAFF)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.subscriptionsList(
                lists.page(list.listing(), list.rows(request), request), Writers.include(person));
    }

    @GetMapping(SubscriptionAddresses.STAFF + "/servizi-erogati.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), list.rows(request), request, format, response);
    }

    @GetMapping(ONE)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel show(@PathVariable SubscriptionId id, SignedIn person) {
        return templates.subscriptionsShow(details.staff(id, Writers.include(person)));
    }

    @GetMapping(ONE + "/modifica")
    JteModel edit(@PathVariable SubscriptionId id) {
        Subscription subscription = acts.get(id);
        Contact contact = subscription.contact();
        return templates.subscriptionsForm(
                FormInput.empty()
                        .with("version", subscription.version())
                        .with("contactName", contact.name())
                        .with("contactEmail", contact.email())
                        .with("contactPhone", contact.phone())
                        .with("partner", subscription.partner())
                        .with("notes", subscription.notes()),
                forms.details(subscription));
    }

    @PostMapping(ONE + "/modifica")
    Object save(@PathVariable SubscriptionId id, FormInput form, RedirectAttributes flash) {
        Long partner = form.integer("partner");
        var contact = new Contact(
                form.textOrEmpty("contactName"), form.textOrEmpty("contactEmail"), form.textOrEmpty("contactPhone"));
        if (form.isValid()) {
            try {
                acts.describe(
                        id,
                        form.version(),
                        partner == null ? null : new SupplierId(partner),
                        contact,
                        form.textOrEmpty("notes"));
                flash.addFlashAttribute("notice", "Salvato.");
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (OptimisticLockingFailureException changed) {
                form.changedMeanwhile("shared.changed-meanwhile", acts.get(id).version());
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.details(acts.get(id))));
    }

    @GetMapping({ONE + "/documenti", ONE + "/richieste/{request}/documenti"})
    JteModel documentForm(
            @PathVariable SubscriptionId id, @PathVariable(required = false) @Nullable RequestId request) {
        return templates.subscriptionsForm(
                FormInput.empty().with("role", request == null ? "OTHER" : "SIGNED_REQUEST"),
                forms.document(acts.get(id), path(request)));
    }

    @PostMapping({ONE + "/documenti", ONE + "/richieste/{request}/documenti"})
    Object attach(
            @PathVariable SubscriptionId id,
            @PathVariable(required = false) @Nullable RequestId request,
            FormInput form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile chosen,
            RedirectAttributes flash) {
        AttachmentRole role = form.choice("role", AttachmentRole.class);
        if (role == null) {
            form.reject("role", Messages.text("subscriptions.form.role"));
        }
        List<Attached> files = role == null ? List.of() : Uploads.of(role, chosen);
        if (files.isEmpty()) {
            form.reject("file", Messages.text("subscriptions.form.file"));
        }
        if (form.isValid()) {
            try {
                if (request != null) {
                    requests.ofSubscription(id, request);
                }
                requests.attach(id, request, null, files);
                flash.addFlashAttribute("notice", "Documento caricato.");
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (Refusal refusal) {
                form.reject("file", refusal.inItalian());
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.document(acts.get(id), path(request))));
    }

    private static String path(@Nullable RequestId request) {
        return request == null ? "/documenti" : "/richieste/" + request + "/documenti";
    }
}
