// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Cig;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contract as it is typed. */
final class ContractForm {

    private static final String OFFERING = "offering-";

    private ContractForm() {}

    static FormInput of(Contract contract) {
        return of(contract.details()).with("version", contract.version());
    }

    private static FormInput of(ContractDetails details) {
        FormInput form = FormInput.empty()
                .with("supplier", details.supplier())
                .with("object", details.object())
                .with("startsOn", details.period().from())
                .with("endsOn", details.endsOn())
                .with("noticeDays", details.noticeDays())
                .with("cig", details.cig())
                .with("amount", details.amount())
                .with("act", details.act())
                .with("notes", details.notes())
                .with("closedOn", details.closedOn())
                .with("renews", details.renews());
        details.offerings().forEach(offering -> form.with(field(offering), "si"));
        return form;
    }

    /** The contract that follows another, for as long, to be completed with its own act and CIG. */
    static FormInput renewing(Contract contract) {
        ContractDetails old = contract.details();
        LocalDate first = old.endsOn().plusDays(1);
        java.time.Period length =
                java.time.Period.between(old.period().from(), old.endsOn().plusDays(1));
        return of(new ContractDetails(
                old.supplier(),
                old.object(),
                old.offerings(),
                new Period(first, first.plus(length).minusDays(1)),
                old.noticeDays(),
                null,
                old.amount(),
                "",
                "",
                null,
                contract.id()));
    }

    static String field(OfferingId offering) {
        return OFFERING + offering;
    }

    /** The contract, or {@code null} when something is missing or wrong: then the form says what. */
    static @Nullable ContractDetails read(FormInput form, List<Supplier> suppliers, List<Offering> offerings) {
        SupplierId supplier = supplier(form, suppliers);
        form.required("object", "catalogue.contract.object");
        Period period = period(form);
        Long noticeDays = form.integer("noticeDays");
        Cig cig = cig(form);
        Euro amount = form.amount("amount");
        LocalDate closedOn = form.date("closedOn");
        String renews = form.textOrEmpty("renews");
        if (!renews.matches("\\d{0,18}")) {
            form.reject("renews", Messages.text("shared.choice"));
        }
        if (noticeDays != null && (noticeDays < 0 || noticeDays > ContractDetails.LONGEST_NOTICE)) {
            form.reject("noticeDays", Messages.text("catalogue.contract.notice", ContractDetails.LONGEST_NOTICE));
        }
        Set<OfferingId> chosen = new HashSet<>();
        offerings.stream()
                .map(Offering::id)
                .filter(id -> form.isChecked(field(id)))
                .forEach(chosen::add);
        if (!form.isValid()) {
            return null;
        }
        try {
            return new ContractDetails(
                    Objects.requireNonNull(supplier),
                    form.textOrEmpty("object"),
                    chosen,
                    Objects.requireNonNull(period),
                    noticeDays == null ? 0 : noticeDays.intValue(),
                    cig,
                    amount,
                    form.textOrEmpty("act"),
                    form.textOrEmpty("notes"),
                    closedOn,
                    renews.isEmpty() ? null : ContractId.valueOf(renews));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }

    private static @Nullable SupplierId supplier(FormInput form, List<Supplier> suppliers) {
        String typed = form.textOrEmpty("supplier");
        for (Supplier supplier : suppliers) {
            if (supplier.id().toString().equals(typed)) {
                return supplier.id();
            }
        }
        form.reject("supplier", Messages.text("catalogue.contract.supplier"));
        return null;
    }

    private static @Nullable Period period(FormInput form) {
        LocalDate from = form.date("startsOn");
        LocalDate to = form.date("endsOn");
        if (from == null) {
            form.reject("startsOn", Messages.text("catalogue.contract.starts-on"));
        }
        if (to == null) {
            form.reject("endsOn", Messages.text("catalogue.contract.ends-on"));
        }
        if (from == null || to == null) {
            return null;
        }
        if (to.isBefore(from)) {
            form.reject("endsOn", Messages.text("catalogue.contract.order"));
            return null;
        }
        return new Period(from, to);
    }

    private static @Nullable Cig cig(FormInput form) {
        String typed = form.text("cig");
        if (typed == null) {
            return null;
        }
        try {
            return Cig.of(typed);
        } catch (Refusal refusal) {
            form.reject("cig", refusal.inItalian());
            return null;
        }
    }
}
