// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Messages;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A scheme as it is typed. */
final class SchemeForm {

    private SchemeForm() {}

    static FormInput of(StoredScheme stored) {
        Scheme scheme = stored.scheme();
        return FormInput.empty()
                .with("title", scheme.title())
                .with("kind", scheme.kind().name())
                .with("startsOn", scheme.period().from())
                .with("endsOn", scheme.period().to())
                .with("years", scheme.years())
                .with("renewal", scheme.renewal().name())
                .with("articles", scheme.articles())
                .with("tariffCode", scheme.tariffCode())
                .with("leadAct", scheme.leadAct())
                .with("notes", scheme.notes())
                .with("version", stored.version());
    }

    /** The scheme, or {@code null} when something is missing or wrong: then the form says what. */
    static @Nullable Scheme read(FormInput form) {
        String title = form.required("title", "agreements.scheme.title");
        AgreementKind kind = form.choice("kind", AgreementKind.class);
        if (kind == null) {
            form.reject("kind", Messages.text("agreements.scheme.kind"));
        }
        RenewalMode renewal = form.choice("renewal", RenewalMode.class);
        if (renewal == null) {
            form.reject("renewal", Messages.text("agreements.scheme.renewal"));
        }
        Period period = period(form);
        Integer years = years(form);
        String tariffCode = form.text("tariffCode");
        if (tariffCode != null && !tariffCode.matches("[a-z0-9-]+/[a-z0-9-]+")) {
            form.reject("tariffCode", Messages.text("agreements.scheme.tariff-code"));
        }
        if (kind == null || renewal == null || period == null || !form.isValid()) {
            return null;
        }
        try {
            return new Scheme(
                    title,
                    kind,
                    period,
                    years,
                    renewal,
                    form.textOrEmpty("articles"),
                    tariffCode,
                    form.textOrEmpty("leadAct"),
                    form.textOrEmpty("notes"));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }

    private static @Nullable Period period(FormInput form) {
        LocalDate from = form.date("startsOn");
        LocalDate to = form.date("endsOn");
        if (from == null) {
            form.reject("startsOn", Messages.text("agreements.scheme.starts-on"));
            return null;
        }
        if (to != null && to.isBefore(from)) {
            form.reject("endsOn", Messages.text("agreements.scheme.ends-before-start"));
            return null;
        }
        return new Period(from, to);
    }

    private static @Nullable Integer years(FormInput form) {
        Long years = form.integer("years");
        if (years == null) {
            return null;
        }
        if (years < 1 || years > 99) {
            form.reject("years", Messages.text("agreements.scheme.years"));
            return null;
        }
        return years.intValue();
    }
}
