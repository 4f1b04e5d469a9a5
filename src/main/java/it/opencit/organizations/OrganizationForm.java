// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.CodiceCatastale;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.CodiceIpa;
import it.opencit.shared.CodiceIstat;
import it.opencit.shared.CodiceUfficio;
import it.opencit.shared.DigitalDomicile;
import it.opencit.shared.Messages;
import it.opencit.shared.PartitaIva;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is typed of a body, and back. */
final class OrganizationForm {

    private OrganizationForm() {}

    static FormInput of(Organization organization) {
        OrganizationDetails details = organization.details();
        return FormInput.empty()
                .with("kind", details.kind())
                .with("name", details.name())
                .with("istatCode", details.istatCode())
                .with("cadastralCode", details.cadastralCode())
                .with("ipaCode", details.ipaCode())
                .with("taxCode", details.taxCode())
                .with("vatNumber", details.vatNumber())
                .with("digitalDomicile", details.digitalDomicile())
                .with("invoiceOffice", details.invoiceOffice())
                .with("address", details.seat().address())
                .with("postcode", details.seat().postcode())
                .with("municipality", details.seat().municipality())
                .with("province", details.seat().province())
                .with("provinceCode", details.provinceCode())
                .with("website", details.website())
                .with("notes", details.notes())
                .with("version", organization.version());
    }

    /** Reads what was typed; where it is not right the form says so, and the answer is {@code null}. */
    static @Nullable OrganizationDetails read(FormInput form) {
        OrganizationKind kind = form.choice("kind", OrganizationKind.class);
        if (kind == null) {
            form.reject("kind", Messages.text("organizations.kind.required"));
        }
        var details = new OrganizationDetails(
                kind == null ? OrganizationKind.OTHER : kind,
                form.required("name", "organizations.name.required"),
                code(form, "istatCode", CodiceIstat::of),
                code(form, "cadastralCode", CodiceCatastale::of),
                code(form, "ipaCode", CodiceIpa::of),
                code(form, "taxCode", CodiceFiscale::of),
                code(form, "vatNumber", PartitaIva::of),
                code(form, "digitalDomicile", DigitalDomicile::of),
                code(form, "invoiceOffice", CodiceUfficio::of),
                new Seat(
                        form.textOrEmpty("address"),
                        form.textOrEmpty("postcode"),
                        form.textOrEmpty("municipality"),
                        form.textOrEmpty("province").toUpperCase(Locale.ROOT)),
                form.textOrEmpty("provinceCode"),
                form.textOrEmpty("website"),
                form.textOrEmpty("notes"));
        try {
            OrganizationDetails checked = OrganizationRules.check(details);
            return form.isValid() ? checked : null;
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }

    private static <T> @Nullable T code(FormInput form, String field, Function<String, T> reader) {
        String text = form.text(field);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (Refusal refusal) {
            form.reject(field, refusal.inItalian());
            return null;
        }
    }
}
