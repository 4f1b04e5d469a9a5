// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.PartitaIva;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import org.jspecify.annotations.Nullable;

/** A supplier as it is typed. */
final class SupplierForm {

    private SupplierForm() {}

    static FormInput of(Supplier supplier) {
        SupplierDetails details = supplier.details();
        return FormInput.empty()
                .with("name", details.name())
                .with("partitaIva", details.partitaIva())
                .with("contact", details.contact())
                .with("email", details.email())
                .with("pec", details.pec())
                .with("phone", details.phone())
                .with("website", details.website())
                .with("notes", details.notes())
                .with("version", supplier.version());
    }

    /** The supplier, or {@code null} when something is missing or wrong: then the form says what. */
    static @Nullable SupplierDetails read(FormInput form) {
        form.required("name", "catalogue.supplier.name");
        PartitaIva number = number(form);
        return form.isValid()
                ? new SupplierDetails(
                        form.textOrEmpty("name"),
                        number,
                        form.textOrEmpty("contact"),
                        form.textOrEmpty("email"),
                        form.textOrEmpty("pec"),
                        form.textOrEmpty("phone"),
                        form.textOrEmpty("website"),
                        form.textOrEmpty("notes"))
                : null;
    }

    private static @Nullable PartitaIva number(FormInput form) {
        String typed = form.text("partitaIva");
        if (typed == null) {
            return null;
        }
        try {
            return PartitaIva.of(typed);
        } catch (Refusal refusal) {
            form.reject("partitaIva", refusal.inItalian());
            return null;
        }
    }
}
