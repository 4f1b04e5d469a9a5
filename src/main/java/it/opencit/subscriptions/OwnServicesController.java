// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.OfferingId;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Frame.Crumb;
import it.opencit.subscriptions.pages.FormPage;
import it.opencit.subscriptions.pages.FormPage.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a body's person sees: the catalogue with the cost of its own body, its services, their papers. */
@Controller
@AllowedTo(Role.REFERENTE)
class OwnServicesController {

    private static final int FIRST_YEAR = 2015;
    private static final String ONE = SubscriptionAddresses.AREA + "/{id}";
    private static final String REQUEST = ONE + "/richieste/{request}";

    private final Templates templates;
    private final OwnServices own;
    private final OwnPages pages;
    private final Offers offers;
    private final SubscriptionDetails details;
    private final RequestDocuments requestDocuments;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Documents documents;
    private final Clock clock;

    OwnServicesController(
            Templates templates,
            OwnServices own,
            OwnPages pages,
            Offers offers,
            SubscriptionDetails details,
            RequestDocuments requestDocuments,
            Catalogue catalogue,
            Organizations organizations,
            Documents documents,
            Clock clock) {
        this.templates = templates;
        this.own = own;
        this.pages = pages;
        this.offers = offers;
        this.details = details;
        this.requestDocuments = requestDocuments;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping(SubscriptionAddresses.AREA)
    JteModel home(SignedIn person, @RequestParam(name = "anno", defaultValue = "") String year) {
        OrganizationId body = OwnServices.body(person);
        int shown = year(year);
        return templates.subscriptionsArea(
                organizations.get(body).fullName(), shown, years(), pages.own(body), pages.offers(body, shown));
    }

    @GetMapping(SubscriptionAddresses.AREA + "/catalogo/{offering}")
    JteModel offer(
            SignedIn person,
            @PathVariable OfferingId offering,
            @RequestParam(name = "anno", defaultValue = "") String year,
            @RequestParam Map<String, String> asked) {
        Organization body = organizations.get(OwnServices.body(person));
        int shown = year(year);
        Offer offer = offers.one(body.id(), shown, catalogue.get(offering), numbers(asked));
        return templates.subscriptionsOffer(
                pages.page(offer, body.kind(), false),
                catalogue.sheet(offering),
                shown,
                years(),
                OwnPages.reasons(offer, body.kind()),
                OwnPages.trials(offer));
    }

    @GetMapping(ONE)
    JteModel show(SignedIn person, @PathVariable SubscriptionId id) {
        return templates.subscriptionsShow(details.area(own.subscription(person, id)));
    }

    @GetMapping(REQUEST + "/modulo.pdf")
    ResponseEntity<byte[]> document(SignedIn person, @PathVariable SubscriptionId id, @PathVariable RequestId request) {
        return requestDocuments.answer(own.subscription(person, id), own.request(person, id, request));
    }

    @GetMapping(ONE + "/documenti/{file}")
    ResponseEntity<InputStreamResource> download(
            SignedIn person, @PathVariable SubscriptionId id, @PathVariable FileId file) {
        StoredFile stored = own.file(person, id, file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(stored.mediaType()))
                .contentLength(stored.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(documents.open(stored)));
    }

    @GetMapping(REQUEST + "/documenti")
    JteModel uploadForm(SignedIn person, @PathVariable SubscriptionId id, @PathVariable RequestId request) {
        return templates.subscriptionsForm(FormInput.empty(), upload(person, id, request));
    }

    @PostMapping(REQUEST + "/documenti")
    Object upload(
            SignedIn person,
            @PathVariable SubscriptionId id,
            @PathVariable RequestId request,
            FormInput form,
            @RequestParam(name = "signedFile", required = false) @Nullable MultipartFile signed,
            @RequestParam(name = "identityFile", required = false) @Nullable MultipartFile identity,
            RedirectAttributes flash) {
        own.request(person, id, request);
        List<Attached> files = Uploads.of(signed, identity);
        if (files.isEmpty()) {
            form.reject("signedFile", Messages.text("subscriptions.form.file"));
        } else {
            try {
                own.attach(id, request, files);
                flash.addFlashAttribute("notice", "Documento inviato al centro.");
                return "redirect:" + SubscriptionAddresses.inArea(id);
            } catch (Refusal refusal) {
                form.reject("signedFile", refusal.inItalian());
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, upload(person, id, request)));
    }

    @GetMapping(REQUEST + "/ritiro")
    JteModel withdrawalForm(SignedIn person, @PathVariable SubscriptionId id, @PathVariable RequestId request) {
        return templates.subscriptionsForm(FormInput.empty(), withdrawal(person, id, request));
    }

    @PostMapping(REQUEST + "/ritiro")
    Object withdraw(
            SignedIn person,
            @PathVariable SubscriptionId id,
            @PathVariable RequestId request,
            FormInput form,
            RedirectAttributes flash) {
        own.request(person, id, request);
        String reason = form.required("reason", "subscriptions.act.reason");
        if (form.isValid()) {
            try {
                own.withdraw(request, reason);
                flash.addFlashAttribute("notice", "Richiesta ritirata.");
                return "redirect:" + SubscriptionAddresses.inArea(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, withdrawal(person, id, request)));
    }

    private FormPage upload(SignedIn person, SubscriptionId id, RequestId request) {
        return form(
                person,
                id,
                "Carica il modulo firmato",
                List.of(
                        "Il modulo si firma digitalmente; con la firma a mano serve anche la copia del documento d'identità."),
                own.request(person, id, request).id() + "/documenti",
                true,
                List.of(
                        new Field("signedFile", "Modulo firmato", "file", true, List.of(), Uploads.HINT),
                        Field.of("identityFile", "Documento d'identità, se la firma è a mano", "file")
                                .hint(Uploads.HINT)),
                "Carica");
    }

    private FormPage withdrawal(SignedIn person, SubscriptionId id, RequestId request) {
        Request asked = own.request(person, id, request);
        return form(
                person,
                id,
                "Ritira la richiesta",
                List.of("Richiesta: " + asked.kind().label() + "."),
                asked.id() + "/ritiro",
                false,
                List.of(Field.required("reason", "Motivo", "textarea")),
                "Ritira");
    }

    private FormPage form(
            SignedIn person,
            SubscriptionId id,
            String title,
            List<String> intro,
            String path,
            boolean multipart,
            List<Field> fields,
            String button) {
        Subscription subscription = own.subscription(person, id);
        String address = SubscriptionAddresses.inArea(id);
        return new FormPage(
                title,
                List.of(
                        new Crumb("Servizi", SubscriptionAddresses.AREA),
                        new Crumb(catalogue.get(subscription.offering()).title(), address),
                        new Crumb(title, "")),
                intro,
                address + "/richieste/" + path,
                address,
                multipart,
                fields,
                button);
    }

    private int year(String typed) {
        int thisYear = LocalDate.now(clock).getYear();
        if (!typed.matches("\\d{4}")) {
            return thisYear;
        }
        return Math.clamp(Integer.parseInt(typed), FIRST_YEAR, thisYear + 1);
    }

    private List<Option> years() {
        return IntStream.iterate(LocalDate.now(clock).getYear() + 1, year -> year >= FIRST_YEAR, year -> year - 1)
                .mapToObj(Integer::toString)
                .map(year -> new Option(year, year))
                .toList();
    }

    /** The numbers that the address asks for, by key; what is not a number does not count. */
    private static Map<String, BigDecimal> numbers(Map<String, String> asked) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        asked.forEach((name, value) -> {
            BigDecimal number = FormInput.empty().with("number", value).decimal("number");
            if (name.startsWith("unita-") && number != null && number.signum() >= 0) {
                numbers.put(name.substring("unita-".length()), number);
            }
        });
        return numbers;
    }
}
