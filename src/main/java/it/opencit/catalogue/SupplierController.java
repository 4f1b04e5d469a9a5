// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The suppliers of the centre. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class SupplierController {

    private static final String NEW = Addresses.SUPPLIERS + "/nuovo";

    private final Templates templates;
    private final Suppliers suppliers;
    private final SupplierList list;
    private final ContractPages pages;
    private final Lists lists;
    private final Exports exports;

    SupplierController(
            Templates templates,
            Suppliers suppliers,
            SupplierList list,
            ContractPages pages,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.suppliers = suppliers;
        this.list = list;
        this.pages = pages;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(Addresses.SUPPLIERS)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.catalogueSuppliers(lists.page(list.listing(), request), Writers.include(person));
    }

    @GetMapping(Addresses.SUPPLIERS + "/fornitori.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), request, format, response);
    }

    @GetMapping(Addresses.SUPPLIERS + "/{id:\\d+}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel show(@PathVariable SupplierId id, SignedIn person) {
        return templates.catalogueSupplier(pages.of(suppliers.get(id), person));
    }

    @GetMapping(NEW)
    JteModel newForm() {
        return templates.catalogueSupplierForm(FormInput.empty(), NEW, "Nuovo fornitore", Map.of());
    }

    @PostMapping(NEW)
    Object add(FormInput form, RedirectAttributes flash) {
        SupplierDetails details = SupplierForm.read(form);
        try {
            if (details != null) {
                SupplierId id = suppliers.add(details);
                flash.addFlashAttribute("notice", "Fornitore aggiunto.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(templates.catalogueSupplierForm(form, NEW, "Nuovo fornitore", Map.of()));
    }

    @GetMapping(Addresses.SUPPLIERS + "/{id:\\d+}/modifica")
    JteModel editForm(@PathVariable SupplierId id) {
        Supplier supplier = suppliers.get(id);
        return templates.catalogueSupplierForm(
                SupplierForm.of(supplier), Addresses.of(id) + "/modifica", supplier.name(), Map.of());
    }

    @PostMapping(Addresses.SUPPLIERS + "/{id:\\d+}/modifica")
    Object change(@PathVariable SupplierId id, FormInput form, RedirectAttributes flash) {
        SupplierDetails details = SupplierForm.read(form);
        Map<String, String> theirs = Map.of();
        try {
            if (details != null) {
                suppliers.change(new Supplier(id, details, form.version()));
                flash.addFlashAttribute("notice", "Fornitore salvato.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            Supplier saved = suppliers.get(id);
            theirs = SupplierForm.of(saved).values();
            form.changedMeanwhile("catalogue.changed-meanwhile", saved.version());
        }
        return Answer.refused(templates.catalogueSupplierForm(
                form, Addresses.of(id) + "/modifica", suppliers.get(id).name(), theirs));
    }
}
