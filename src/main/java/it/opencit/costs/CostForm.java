// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads costs and other income, typed by a person or written in a row of a table. */
final class CostForm {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    private CostForm() {}

    static @Nullable Cost cost(FormInput form, List<Offering> offerings) {
        Integer year = year(form, "year");
        CostKind kind = form.choice("kind", CostKind.class);
        if (kind == null) {
            form.reject("kind", Messages.text("costs.kind"));
        }
        OfferingId offering = offering(form, offerings);
        String description = form.required("description", "costs.description");
        Euro amount = amount(form, "amount");
        return year == null || kind == null || amount == null || !form.isValid()
                ? null
                : new Cost(year, kind, offering, description, amount, form.textOrEmpty("act"));
    }

    static @Nullable OtherIncome income(FormInput form) {
        Integer year = year(form, "year");
        IncomeSource source = form.choice("source", IncomeSource.class);
        if (source == null) {
            form.reject("source", Messages.text("costs.source"));
        }
        String description = form.required("description", "costs.description");
        Euro amount = amount(form, "amount");
        return year == null || source == null || amount == null || !form.isValid()
                ? null
                : new OtherIncome(year, source, description, amount, form.textOrEmpty("act"));
    }

    static FormInput of(StoredCost stored) {
        Cost cost = stored.cost();
        return FormInput.empty()
                .with("year", cost.year())
                .with("kind", cost.kind())
                .with("offering", cost.offering())
                .with("description", cost.description())
                .with("amount", cost.amount())
                .with("act", cost.act())
                .with("version", stored.version());
    }

    static FormInput of(StoredIncome stored) {
        OtherIncome income = stored.income();
        return FormInput.empty()
                .with("year", income.year())
                .with("source", income.source())
                .with("description", income.description())
                .with("amount", income.amount())
                .with("act", income.act())
                .with("version", stored.version());
    }

    /** A row of a table: kinds and services by name or code, as people write them. */
    static @Nullable Cost row(FormInput row, List<Offering> offerings) {
        Integer year = year(row, "anno");
        String kindText = row.textOrEmpty("natura");
        Optional<CostKind> kind = Arrays.stream(CostKind.values())
                .filter(one ->
                        one.label().equalsIgnoreCase(kindText) || one.name().equalsIgnoreCase(kindText))
                .findFirst();
        if (kind.isEmpty()) {
            row.reject("natura", Messages.text("costs.row.kind", kindText, kinds()));
        }
        String service = row.textOrEmpty("servizio").toLowerCase(Locale.ITALIAN);
        Optional<Offering> offering = offerings.stream()
                .filter(one -> one.code().equals(service)
                        || one.title().toLowerCase(Locale.ITALIAN).equals(service))
                .findFirst();
        if (!service.isEmpty() && offering.isEmpty()) {
            row.reject("servizio", Messages.text("costs.row.service", row.textOrEmpty("servizio")));
        }
        String description = row.required("descrizione", "costs.description");
        Euro amount = amount(row, "importo");
        return year == null || amount == null || !row.isValid()
                ? null
                : new Cost(
                        year,
                        kind.orElseThrow(),
                        offering.map(Offering::id).orElse(null),
                        description,
                        amount,
                        row.textOrEmpty("atto"));
    }

    private static @Nullable OfferingId offering(FormInput form, List<Offering> offerings) {
        Long chosen = form.integer("offering");
        if (chosen == null) {
            return null;
        }
        OfferingId id = new OfferingId(chosen);
        if (offerings.stream().noneMatch(offering -> offering.id().equals(id))) {
            form.reject("offering", Messages.text("shared.choice"));
        }
        return id;
    }

    private static @Nullable Integer year(FormInput form, String field) {
        Long year = form.integer(field);
        if (year == null || year < FIRST_YEAR || year > LAST_YEAR) {
            form.reject(field, Messages.text("costs.year"));
            return null;
        }
        return year.intValue();
    }

    private static @Nullable Euro amount(FormInput form, String field) {
        Euro amount = form.amount(field);
        if (amount == null || amount.cents() <= 0 || amount.cents() > 99_999_999_999L) {
            form.reject(field, Messages.text("costs.amount"));
            return null;
        }
        return amount;
    }

    private static String kinds() {
        return String.join(
                ", ", Arrays.stream(CostKind.values()).map(CostKind::label).toList());
    }
}
