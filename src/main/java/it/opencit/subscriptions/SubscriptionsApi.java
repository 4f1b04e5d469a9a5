// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.access.SignedIn;
import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.subscriptions.ApiSubscription.ApiContact;
import it.opencit.subscriptions.ApiSubscription.ApiPayer;
import it.opencit.subscriptions.ApiSubscription.Asking;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions for other programs; who acts for a body sees, asks and takes back for that body alone. */
@RestController
@RequestMapping("/api/v1/subscriptions")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.REFERENTE})
class SubscriptionsApi {

    private static final int MOST = 500;

    private final ApiItems items;
    private final SubscriptionActs acts;
    private final Requests requests;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Clock clock;

    SubscriptionsApi(
            ApiItems items,
            SubscriptionActs acts,
            Requests requests,
            Catalogue catalogue,
            Organizations organizations,
            Clock clock) {
        this.items = items;
        this.acts = acts;
        this.requests = requests;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Subscriptions in the order in which they were asked, a page at a time. */
    @GetMapping
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
    ApiSubscription.Page list(
            SignedIn person,
            @RequestParam(required = false) @Nullable OrganizationId organizationId,
            @RequestParam(required = false) @Nullable String offering,
            @RequestParam(required = false) @Nullable SubscriptionStage state,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.inField("limit", "subscriptions.api.limit", MOST);
        }
        OrganizationId body = person.isStaff() ? organizationId : own(person, organizationId);
        OfferingId wanted = offering == null ? null : offering(offering).id();
        List<Subscription> found = items.page(body, wanted, state, year, after, limit + 1);
        List<Subscription> page = found.subList(0, Math.min(limit, found.size()));
        return new ApiSubscription.Page(
                items.of(page), found.size() > limit ? page.getLast().id().toString() : null);
    }

    @GetMapping("/{id}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
    ApiSubscription show(SignedIn person, @PathVariable SubscriptionId id) {
        return items.of(List.of(visible(person, id))).getFirst();
    }

    /** A body asks for a service. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiSubscription ask(SignedIn person, @RequestBody Asking asking) {
        OrganizationId body = asking.organizationId();
        if (!person.isStaff()) {
            if (body != null && !person.bodies().contains(body.value())) {
                throw new org.springframework.security.access.AccessDeniedException("Another body: " + body);
            }
            body = own(person, body);
        }
        if (body == null || organizations.find(body).isEmpty()) {
            throw Refusal.inField("organizationId", "subscriptions.api.organization");
        }
        String code = asking.offering();
        Offering offering = offering(code == null ? "" : code);
        ApiContact contact = asking.contact();
        LocalDate requestedOn = asking.requestedOn();
        SubscriptionId id = requests.open(
                new NewRequest(
                        offering.id(),
                        body,
                        text(asking.variant()),
                        requestedOn == null ? LocalDate.now(clock) : requestedOn,
                        protocol(asking),
                        contact == null
                                ? Contact.NONE
                                : new Contact(text(contact.name()), text(contact.email()), text(contact.phone())),
                        quantities(asking),
                        payers(asking),
                        null,
                        0,
                        Map.of(),
                        text(asking.notes())),
                List.of());
        return show(person, id);
    }

    /**
     * Records a transition with the fields of its form and the {@code version} that was read: {@code {"transition":
     * "ACTIVATE", "version": 2, "date": "2026-01-15"}}. A body's person may only take back what is not active yet, and give up
     * what is.
     */
    @PostMapping("/{id}/transitions")
    ApiSubscription transition(
            SignedIn person, @PathVariable SubscriptionId id, @RequestBody Map<String, @Nullable Object> fields) {
        Subscription subscription = visible(person, id);
        FormInput form = FormInput.empty();
        fields.forEach(form::with);
        SubscriptionActKind kind = kind(form.textOrEmpty("transition"));
        if (!person.isStaff()
                && kind != SubscriptionActKind.WITHDRAW
                && kind != SubscriptionActKind.REQUEST_TERMINATION) {
            throw new org.springframework.security.access.AccessDeniedException("Not for a body: " + kind);
        }
        Long version = form.integer("version");
        if (version == null) {
            throw Refusal.inField("version", "subscriptions.api.version");
        }
        if (!subscription.state().allowed().contains(kind)) {
            throw new SubscriptionActRefused(subscription.state(), kind);
        }
        if (form.text("date") == null) {
            form.with("date", LocalDate.now(clock));
        }
        SubscriptionAct act = SubscriptionActForm.read(kind, form);
        Protocol protocol = SubscriptionActForm.protocol(form);
        LocalDate yearlyFrom = form.text("yearlyFrom") == null ? form.date("date") : form.date("yearlyFrom");
        if (act == null || !form.isValid()) {
            Map.Entry<String, String> error = form.errors().getFirst();
            throw Refusal.inField(error.getKey(), "subscriptions.api.field", error.getValue());
        }
        if (act instanceof SubscriptionAct.RequestTermination asked) {
            requests.terminate(
                    id,
                    version.intValue(),
                    new Termination(asked.on(), protocol, asked.lastDay(), asked.reason()),
                    List.of());
        } else {
            acts.record(id, version.intValue(), act, yearlyFrom, List.of());
        }
        return show(person, id);
    }

    /** Where the subscription stands, and what can be done instead. */
    @ExceptionHandler
    ProblemDetail refused(SubscriptionActRefused refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.inItalian());
        problem.setProperty("code", refusal.key());
        problem.setProperty("state", refusal.stage());
        problem.setProperty("allowed", refusal.allowed());
        return problem;
    }

    /**
     * The body that a person means; what is not its own says nothing.
     *
     * @throws Refusal when it has several and does not say which
     */
    private static OrganizationId own(SignedIn person, @Nullable OrganizationId asked) {
        if (asked != null && person.bodies().contains(asked.value())) {
            return asked;
        }
        if (person.isToChooseBody()) {
            throw Refusal.inField("organizationId", "subscriptions.api.organization");
        }
        return OwnServices.body(person);
    }

    private Subscription visible(SignedIn person, SubscriptionId id) {
        Subscription subscription = acts.get(id);
        if (!person.isStaff()
                && !person.bodies().contains(subscription.organization().value())) {
            throw new NotFound("Subscription " + id + " for " + person.username());
        }
        return subscription;
    }

    private Offering offering(String code) {
        return catalogue
                .byCode(code)
                .orElseThrow(() -> Refusal.inField("offering", "subscriptions.api.offering", code));
    }

    private static SubscriptionActKind kind(String typed) {
        Optional<SubscriptionActKind> known = Arrays.stream(SubscriptionActKind.values())
                .filter(kind -> kind.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst();
        return known.orElseThrow(() -> Refusal.inField(
                "transition",
                "subscriptions.api.transition",
                typed,
                Arrays.stream(SubscriptionActKind.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static @Nullable Protocol protocol(Asking asking) {
        if (asking.protocolNumber() == null && asking.protocolDate() == null) {
            return null;
        }
        if (asking.protocolNumber() == null || asking.protocolDate() == null) {
            throw Refusal.inField(
                    asking.protocolNumber() == null ? "protocolNumber" : "protocolDate",
                    "subscriptions.protocol.incomplete");
        }
        String register = text(asking.protocolRegister());
        return new Protocol(
                register.isEmpty() ? Protocol.USUAL_REGISTER : register,
                asking.protocolNumber(),
                asking.protocolDate());
    }

    private static Map<String, BigDecimal> quantities(Asking asking) {
        Map<String, BigDecimal> quantities = asking.quantities();
        return quantities == null ? Map.of() : quantities;
    }

    private static List<PayerShare> payers(Asking asking) {
        List<ApiPayer> payers = asking.payers();
        return payers == null
                ? List.of()
                : payers.stream().map(SubscriptionsApi::share).toList();
    }

    private static PayerShare share(ApiPayer payer) {
        OrganizationId body = payer.organizationId();
        BigDecimal percent = payer.percent();
        if (body == null) {
            throw Refusal.inField("payers", "subscriptions.payer.who");
        }
        if (percent == null || percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw Refusal.inField("payers", "subscriptions.payer.share");
        }
        return new PayerShare(body, new Percentage(percent));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
