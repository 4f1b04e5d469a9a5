// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.Agreements;
import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.RequestForm;
import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.Membership;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.Percentage;
import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.pages.RequestPage;
import it.opencit.subscriptions.pages.SubscriptionPage.Fact;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The forms of requests: what they ask, with the data of the body written in, and what was typed read back. */
@Component
@Transactional(readOnly = true)
class RequestPages {

    private static final String UNIT = "unita-";

    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Agreements agreements;
    private final Tariffs tariffs;
    private final Offers offers;
    private final Clock clock;

    RequestPages(
            Catalogue catalogue,
            Organizations organizations,
            Agreements agreements,
            Tariffs tariffs,
            Offers offers,
            Clock clock) {
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.agreements = agreements;
        this.tariffs = tariffs;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * What a form is about.
     *
     * @param variant chosen already, "" while it is to be chosen
     */
    record Subject(RequestKind kind, OrganizationId body, Offering offering, String variant) {}

    RequestPage page(Subject subject, String action, String back, boolean staff, String saved) {
        LocalDate today = LocalDate.now(clock);
        Offering offering = subject.offering();
        Organization body = organizations.get(subject.body());
        boolean activation = subject.kind() == RequestKind.ACTIVATION;
        boolean counts = activation || subject.kind() == RequestKind.MORE;
        return new RequestPage(
                subject.kind(),
                subject.kind().label() + ": " + offering.title(),
                offering.title(),
                action,
                back,
                staff,
                bodyFacts(body, today),
                activation
                        ? OfferWords.costs(
                                offers.one(subject.body(), today.getYear(), offering, Map.of()), body.kind(), "")
                        : List.of(),
                activation ? choices("Scegli…", offering.variants(today)) : List.of(),
                counts ? units(offering, activation) : List.of(),
                activation ? fields(catalogue.form(offering.id())) : List.of(),
                activation || subject.kind() == RequestKind.PAYER ? payers(body, staff) : List.of(),
                activation ? partners() : List.of(),
                staff ? List.of() : declarations(subject.kind(), offering),
                saved);
    }

    /** What the form begins with: the contact of the body, and today. */
    FormInput filled(OrganizationId body) {
        LocalDate today = LocalDate.now(clock);
        FormInput form = FormInput.empty().with("requestedOn", today);
        current(body, PersonRole.CONTACT, today)
                .ifPresent(contact -> form.with("contactName", contact.name())
                        .with("contactEmail", contact.email())
                        .with("contactPhone", contact.phone()));
        return form;
    }

    /** The request that was typed; {@code null} when something is missing or wrong: the form says what. */
    @Nullable
    NewRequest read(Subject subject, FormInput form, boolean staff) {
        LocalDate requestedOn = requestedOn(form, staff);
        Protocol protocol = staff ? SubscriptionActForm.protocol(form) : null;
        Contact contact = contact(form, staff);
        Map<String, BigDecimal> quantities = quantities(subject.offering(), form);
        List<PayerShare> payers = payers(form);
        RequestForm declared = catalogue.form(subject.offering().id());
        Map<String, String> answers = declared.read(form);
        Long partner = form.integer("partner");
        if (!staff) {
            checkDeclarations(subject, form);
        }
        if (requestedOn == null || !form.isValid()) {
            return null;
        }
        return new NewRequest(
                subject.offering().id(),
                subject.body(),
                form.textOrEmpty("variant"),
                requestedOn,
                protocol,
                contact,
                quantities,
                payers,
                partner == null ? null : new SupplierId(partner),
                declared.fields().isEmpty() ? 0 : declared.version(),
                answers,
                form.textOrEmpty("notes"));
    }

    /** What was asked about a service in use; {@code null} when something is missing or wrong: the form says what. */
    @Nullable
    Asked readAsked(Subject subject, FormInput form) {
        LocalDate today = LocalDate.now(clock);
        String reason = subject.kind() == RequestKind.TERMINATION
                ? form.required("reason", "subscriptions.act.reason")
                : form.textOrEmpty("reason");
        LocalDate from = form.date("fromDay");
        if (from == null) {
            form.reject(
                    "fromDay",
                    Messages.text(
                            subject.kind() == RequestKind.TERMINATION
                                    ? "subscriptions.act.last-day"
                                    : "subscriptions.form.from-day"));
        }
        Map<String, BigDecimal> quantities =
                subject.kind() == RequestKind.MORE ? quantities(subject.offering(), form) : Map.of();
        if (subject.kind() == RequestKind.MORE && quantities.isEmpty() && form.isValid()) {
            form.reject("", Messages.text("subscriptions.quantity.none"));
        }
        List<PayerShare> payers = subject.kind() == RequestKind.PAYER ? payers(form) : List.of();
        checkDeclarations(subject, form);
        if (from == null || !form.isValid()) {
            return null;
        }
        return switch (subject.kind()) {
            case MORE -> Asked.more(today, null, quantities, from, reason);
            case PAYER -> Asked.payer(today, null, payers, from, reason);
            case TERMINATION -> Asked.termination(new Termination(today, null, from, reason));
            case ACTIVATION, RENEWAL -> throw new IllegalArgumentException("Not asked this way: " + subject.kind());
        };
    }

    /** What a body declares with a request. */
    static List<String> declarations(RequestKind kind, Offering offering) {
        String service = "«" + offering.title() + "»";
        return switch (kind) {
            case ACTIVATION ->
                List.of(
                        "L'ente ha approvato e firmato la convenzione con il centro, oppure chiede il servizio a prezzo di listino.",
                        "L'ente conosce le condizioni del servizio " + service
                                + ", scritte nella sua scheda, e le accetta.",
                        "L'ente si impegna a versare quanto dovuto entro i termini della convenzione.");
            case MORE, PAYER -> List.of("L'ente si impegna a versare quanto dovuto entro i termini della convenzione.");
            case TERMINATION ->
                List.of(
                        "L'ente accetta le condizioni previste in caso di disdetta, compreso quanto già dovuto per l'anno in corso.");
            case RENEWAL -> List.of();
        };
    }

    /** What the request says of the body: name, seat, tax code, who represents it, how it stands in the convention. */
    List<Fact> bodyFacts(Organization body, LocalDate day) {
        OrganizationDetails details = body.details();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Ente", body.fullName()));
        add(facts, "Sede", details.seat().inOneLine());
        add(facts, "Codice fiscale", Objects.toString(details.taxCode(), ""));
        add(facts, "PEC", Objects.toString(details.digitalDomicile(), ""));
        add(
                facts,
                "Legale rappresentante",
                current(body.id(), PersonRole.MAYOR, day).map(BodyPerson::name).orElse(""));
        facts.add(new Fact(
                "Posizione in convenzione",
                agreements
                        .positionOf(body.id(), day)
                        .map(position -> position.scheme() + ", " + position.approvedBy() + " n. "
                                + position.deliberaNumber() + " del " + Italian.date(position.deliberaDate()))
                        .orElse("L'ente non ha una convenzione in vigore")));
        return facts;
    }

    /** Who represents the body, to sign; "" when it is not known. */
    String signer(OrganizationId body) {
        return current(body, PersonRole.MAYOR, LocalDate.now(clock))
                .map(BodyPerson::name)
                .orElse("");
    }

    UnitNames units(Offering offering) {
        return UnitNames.of(offering, tariffs.book());
    }

    private java.util.Optional<BodyPerson> current(OrganizationId body, PersonRole role, LocalDate day) {
        return organizations.people(body).stream()
                .filter(person -> person.role() == role && person.term().contains(day))
                .findFirst();
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
    }

    private @Nullable LocalDate requestedOn(FormInput form, boolean staff) {
        if (!staff) {
            return LocalDate.now(clock);
        }
        LocalDate requestedOn = form.date("requestedOn");
        if (requestedOn == null) {
            form.reject("requestedOn", Messages.text("subscriptions.form.requested-on"));
        }
        return requestedOn;
    }

    private static Contact contact(FormInput form, boolean staff) {
        String name =
                staff ? form.textOrEmpty("contactName") : form.required("contactName", "subscriptions.form.contact");
        String email = form.textOrEmpty("contactEmail");
        if (!email.isEmpty() && !EmailAddress.isOne(email)) {
            form.reject("contactEmail", Messages.text("subscriptions.form.email"));
        }
        return new Contact(name, email, form.textOrEmpty("contactPhone"));
    }

    private Map<String, BigDecimal> quantities(Offering offering, FormInput form) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        for (String key : units(offering).dated().keySet()) {
            BigDecimal value = form.decimal(UNIT + key);
            if (value != null && value.signum() < 0) {
                form.reject(UNIT + key, Messages.text("subscriptions.quantity.negative"));
            } else if (value != null) {
                quantities.put(key, value);
            }
        }
        return quantities;
    }

    /** One other body that pays a part; who asks for more than one turns to the centre. */
    static List<PayerShare> payers(FormInput form) {
        Long payer = form.integer("payer");
        if (payer == null) {
            return List.of();
        }
        BigDecimal share = form.text("share") == null ? BigDecimal.valueOf(100) : form.decimal("share");
        if (share == null) {
            return List.of();
        }
        if (share.signum() <= 0 || share.compareTo(BigDecimal.valueOf(100)) > 0) {
            form.reject("share", Messages.text("subscriptions.payer.share"));
            return List.of();
        }
        return List.of(new PayerShare(new OrganizationId(payer), new Percentage(share)));
    }

    private static void checkDeclarations(Subject subject, FormInput form) {
        int number = declarations(subject.kind(), subject.offering()).size();
        for (int i = 0; i < number; i++) {
            if (!form.isChecked("declaration" + i)) {
                form.reject("declaration" + i, Messages.text("subscriptions.form.declaration"));
            }
        }
    }

    private List<RequestPage.Field> units(Offering offering, boolean activation) {
        return units(offering).dated().values().stream()
                .map(quantity -> new RequestPage.Field(
                        UNIT + quantity.key(), quantity.label(), "text", false, List.of(), hint(quantity, activation)))
                .toList();
    }

    private static String hint(Quantity quantity, boolean activation) {
        return "In tutto, in " + quantity.unit() + ", comprese quelle già incluse nella quota"
                + (activation ? "." : " e quelle che l'ente ha già.");
    }

    private static List<RequestPage.Field> fields(RequestForm form) {
        return form.fields().stream()
                .map((FormField field) -> new RequestPage.Field(
                        field.inputName(),
                        field.label(),
                        switch (field.type()) {
                            case LONG_TEXT -> "textarea";
                            case DATE -> "date";
                            case CHOICE, YES_NO -> "select";
                            case EMAIL -> "email";
                            case TEXT, NUMBER -> "text";
                        },
                        field.required(),
                        switch (field.type()) {
                            case CHOICE -> choices("Scegli…", field.options());
                            case YES_NO -> choices("Scegli…", List.of("sì", "no"));
                            default -> List.of();
                        },
                        field.help()))
                .toList();
    }

    /** The Unioni of which a body is part; the staff may choose any body. */
    private List<Option> payers(Organization body, boolean staff) {
        Stream<Option> others = staff
                ? organizations.all().stream()
                        .filter(other -> !other.id().equals(body.id()))
                        .map(other -> new Option(other.id().toString(), other.fullName()))
                : organizations.memberships(body.id()).stream()
                        .filter(one -> one.member().id().equals(body.id())
                                && one.period().contains(LocalDate.now(clock)))
                        .map(Membership::aggregation)
                        .map(unione -> new Option(unione.id().toString(), unione.name()));
        return Stream.concat(Stream.of(new Option("", "L'ente stesso, per intero")), others)
                .toList();
    }

    private List<Option> partners() {
        return Stream.concat(
                        Stream.of(new Option("", "Nessuno")),
                        catalogue.suppliers().stream()
                                .map(supplier -> new Option(supplier.id().toString(), supplier.name())))
                .toList();
    }

    private static List<Option> choices(String none, List<String> values) {
        return values.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(new Option("", none)), values.stream().map(value -> new Option(value, value)))
                        .toList();
    }
}
