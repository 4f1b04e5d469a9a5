// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the forms of the treasury read the same way. */
final class Forms {

    private Forms() {}

    /** The act, or {@code null} when something is missing or wrong: then the form says what. */
    static @Nullable Act act(FormInput form) {
        LocalDate date = date(form, "actDate", "treasury.act.date");
        String kind = form.required("actKind", "treasury.act.kind-missing");
        String number = form.required("actNumber", "treasury.act.number-missing");
        if (date == null || kind.isEmpty() || number.isEmpty()) {
            return null;
        }
        return complete(form, () -> new Act(kind, number, date));
    }

    /** Fills the fields of an act. */
    static FormInput with(FormInput form, Act act) {
        return form.with("actKind", act.kind()).with("actNumber", act.number()).with("actDate", act.date());
    }

    static @Nullable LocalDate date(FormInput form, String field, String key) {
        LocalDate date = form.date(field);
        if (date == null) {
            form.reject(field, Messages.text(key));
        }
        return date;
    }

    static @Nullable Integer year(FormInput form, String field) {
        Long year = form.typed(field).matches("\\s*\\d{4}\\s*") ? form.integer(field) : null;
        if (year == null || year < 1900 || year > 2200) {
            form.reject(field, Messages.text("treasury.year"));
            return null;
        }
        return year.intValue();
    }

    static @Nullable Euro amount(FormInput form, String field) {
        Euro amount = form.amount(field);
        if (amount == null) {
            form.reject(field, Messages.text("treasury.amount.missing"));
        }
        return amount;
    }

    /** A body chosen in a list; when there is none the field is at fault. */
    static @Nullable Organization body(FormInput form, String field, Organizations organizations) {
        Long chosen = form.integer(field);
        Optional<Organization> body =
                chosen == null ? Optional.empty() : organizations.find(new OrganizationId(chosen));
        if (body.isEmpty()) {
            form.reject(field, Messages.text("treasury.body"));
        }
        return body.orElse(null);
    }

    /** What the rest of the form makes, or {@code null} with what is wrong with it. */
    static <T> @Nullable T complete(FormInput form, Supplier<T> made) {
        if (!form.isValid()) {
            return null;
        }
        try {
            return made.get();
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }

    /** All bodies by name, with none chosen first. */
    static List<Option> bodies(Organizations organizations) {
        return Stream.concat(
                        Stream.of(new Option("", "Scegli…")),
                        organizations.all().stream()
                                .map(body -> new Option(body.id().toString(), body.fullName())))
                .toList();
    }
}
