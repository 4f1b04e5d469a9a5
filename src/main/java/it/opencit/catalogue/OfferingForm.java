// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.catalogue.pages.OfferingFormPage;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Messages;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A service as it is typed. */
@Component
class OfferingForm {

    private final Tariffs tariffs;
    private final Catalogue catalogue;

    OfferingForm(Tariffs tariffs, Catalogue catalogue) {
        this.tariffs = tariffs;
        this.catalogue = catalogue;
    }

    static FormInput of(Offering offering) {
        OfferingDetails details = offering.details();
        Eligibility eligibility = details.eligibility();
        FormInput form = FormInput.empty()
                .with("code", details.code())
                .with("title", details.title())
                .with("summary", details.summary())
                .with("offeringClass", details.offeringClass().name())
                .with("level", details.level().name())
                .with("area", details.area().name())
                .with("fee", details.fee().name())
                .with("continuation", details.continuation().name())
                .with("membersOnly", eligibility.membersOnly() ? "si" : null)
                .with("maxResidents", eligibility.maxResidents())
                .with("sharing", details.sharing().name())
                .with("included", details.included())
                .with("partner", details.partner())
                .with("offeredFrom", details.offered().from())
                .with("offeredTo", details.offered().to())
                .with("version", offering.version());
        eligibility.kinds().forEach(kind -> form.with(kindField(kind), "si"));
        PriceRows.fill(form, details.prices());
        return form;
    }

    /** The service, or {@code null} when something is missing or wrong: then the form says what. */
    @Nullable
    OfferingDetails read(FormInput form) {
        OfferingClass offeringClass = choice(form, "offeringClass", OfferingClass.class);
        OfferingLevel level = choice(form, "level", OfferingLevel.class);
        OfferingArea area = choice(form, "area", OfferingArea.class);
        FeeKind fee = choice(form, "fee", FeeKind.class);
        Continuation continuation = choice(form, "continuation", Continuation.class);
        AllowanceSharing sharing = choice(form, "sharing", AllowanceSharing.class);
        form.required("code", "catalogue.offering.code-missing");
        form.required("title", "catalogue.offering.title");
        Period offered = offered(form);
        Eligibility eligibility = eligibility(form);
        SupplierId partner = partner(form);
        List<PriceRule> prices = PriceRows.read(form, codes());
        if (offeringClass == null
                || level == null
                || area == null
                || fee == null
                || continuation == null
                || sharing == null
                || offered == null
                || eligibility == null
                || !form.isValid()) {
            return null;
        }
        try {
            return new OfferingDetails(
                    form.textOrEmpty("code"),
                    form.textOrEmpty("title"),
                    form.textOrEmpty("summary"),
                    offeringClass,
                    level,
                    area,
                    fee,
                    continuation,
                    prices,
                    eligibility,
                    sharing,
                    form.textOrEmpty("included"),
                    partner,
                    offered);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }

    OfferingFormPage page(FormInput form, String action, String title, Map<String, String> theirs) {
        return new OfferingFormPage(
                form,
                action,
                title,
                theirs,
                Choices.optional("Scegli…", Choices.of(OfferingClass.values(), OfferingClass::label)),
                Choices.optional("Scegli…", Choices.of(OfferingLevel.values(), OfferingLevel::label)),
                Choices.optional("Scegli…", Choices.of(OfferingArea.values(), OfferingArea::label)),
                Choices.of(FeeKind.values(), FeeKind::label),
                Choices.of(Continuation.values(), Continuation::label),
                Choices.of(AllowanceSharing.values(), AllowanceSharing::label),
                Choices.optional(
                        "Nessuno: lo svolge il centro",
                        catalogue.suppliers().stream()
                                .map(supplier -> new Option(supplier.id().toString(), supplier.name()))
                                .toList()),
                Arrays.stream(OrganizationKind.values())
                        .map(kind -> new Option(kindField(kind), kind.label()))
                        .toList(),
                PriceRows.numbers(form),
                Choices.optional("Scegli…", Choices.of(ChargeKind.values(), ChargeKind::label)),
                tariffOptions(form));
    }

    private static String kindField(OrganizationKind kind) {
        return "kind-" + kind.name();
    }

    private static <E extends Enum<E>> @Nullable E choice(FormInput form, String field, Class<E> type) {
        E chosen = form.choice(field, type);
        if (chosen == null) {
            form.reject(field, Messages.text("shared.choice"));
        }
        return chosen;
    }

    private static @Nullable Period offered(FormInput form) {
        LocalDate from = form.date("offeredFrom");
        LocalDate to = form.date("offeredTo");
        if (from == null) {
            form.reject("offeredFrom", Messages.text("catalogue.offering.offered-from"));
            return null;
        }
        if (to != null && to.isBefore(from)) {
            form.reject("offeredTo", Messages.text("catalogue.offering.offered-order"));
            return null;
        }
        return new Period(from, to);
    }

    private static @Nullable Eligibility eligibility(FormInput form) {
        Set<OrganizationKind> kinds = EnumSet.noneOf(OrganizationKind.class);
        for (OrganizationKind kind : OrganizationKind.values()) {
            if (form.isChecked(kindField(kind))) {
                kinds.add(kind);
            }
        }
        Long residents = form.integer("maxResidents");
        if (residents != null && (residents < 1 || residents > Integer.MAX_VALUE)) {
            form.reject("maxResidents", Messages.text("catalogue.eligibility.max-residents"));
            return null;
        }
        return new Eligibility(form.isChecked("membersOnly"), kinds, residents == null ? null : residents.intValue());
    }

    private @Nullable SupplierId partner(FormInput form) {
        String text = form.text("partner");
        if (text == null) {
            return null;
        }
        Optional<SupplierId> chosen = catalogue.suppliers().stream()
                .map(Supplier::id)
                .filter(id -> id.toString().equals(text))
                .findFirst();
        if (chosen.isEmpty()) {
            form.reject("partner", Messages.text("shared.choice"));
        }
        return chosen.orElse(null);
    }

    private Set<String> codes() {
        return tariffs.all().stream().map(Tariff::code).collect(Collectors.toSet());
    }

    /** Those that exist, and what the form already names. */
    private List<Option> tariffOptions(FormInput form) {
        Map<String, String> titles = new TreeMap<>();
        for (int number : PriceRows.numbers(form)) {
            String typed = form.typed(PriceRows.field(number, "tariff"));
            if (!typed.isBlank()) {
                titles.put(typed, "non trovata");
            }
        }
        tariffs.all().forEach(tariff -> titles.put(tariff.code(), tariff.title()));
        List<Option> options = new ArrayList<>();
        titles.forEach((code, title) -> options.add(new Option(code, code + " (" + title + ")")));
        return Choices.optional("Nessuna", options);
    }
}
