// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.catalogue.pages.ContractFormPage;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contracts with the suppliers. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class ContractController {

    private static final String NEW = Addresses.CONTRACTS + "/nuovo";

    private final Templates templates;
    private final Suppliers suppliers;
    private final Catalogue catalogue;
    private final ContractList list;
    private final ContractPages pages;
    private final Lists lists;
    private final Exports exports;

    ContractController(
            Templates templates,
            Suppliers suppliers,
            Catalogue catalogue,
            ContractList list,
            ContractPages pages,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.suppliers = suppliers;
        this.catalogue = catalogue;
        this.list = list;
        this.pages = pages;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(Addresses.CONTRACTS)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.catalogueContracts(lists.page(list.listing(), request), Writers.include(person));
    }

    @GetMapping(Addresses.CONTRACTS + "/contratti-con-i-fornitori.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), request, format, response);
    }

    @GetMapping(Addresses.CONTRACTS + "/{id:\\d+}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel show(@PathVariable ContractId id, SignedIn person) {
        return templates.catalogueContract(pages.of(suppliers.contract(id), person));
    }

    /** Empty, or for a supplier, or with what the contract to renew says. */
    @GetMapping(NEW)
    JteModel newForm(
            @RequestParam(name = "fornitore", defaultValue = "") String supplier,
            @RequestParam(name = "rinnova", required = false) @Nullable ContractId renewed) {
        FormInput form = renewed == null
                ? FormInput.empty().with("supplier", supplier).with("noticeDays", 0)
                : ContractForm.renewing(suppliers.contract(renewed));
        return page(form, NEW, Addresses.CONTRACTS, "Nuovo contratto", Map.of());
    }

    @PostMapping(NEW)
    Object add(FormInput form, RedirectAttributes flash) {
        ContractDetails details = ContractForm.read(form, suppliers.all(), catalogue.offerings());
        try {
            if (details != null) {
                ContractId id = suppliers.addContract(details);
                flash.addFlashAttribute("notice", "Contratto registrato.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(page(form, NEW, Addresses.CONTRACTS, "Nuovo contratto", Map.of()));
    }

    @GetMapping(Addresses.CONTRACTS + "/{id:\\d+}/modifica")
    JteModel editForm(@PathVariable ContractId id) {
        return page(id, ContractForm.of(suppliers.contract(id)), Map.of());
    }

    @PostMapping(Addresses.CONTRACTS + "/{id:\\d+}/modifica")
    Object change(@PathVariable ContractId id, FormInput form, RedirectAttributes flash) {
        ContractDetails details = ContractForm.read(form, suppliers.all(), catalogue.offerings());
        Map<String, String> theirs = Map.of();
        try {
            if (details != null) {
                suppliers.changeContract(id, details, form.version());
                flash.addFlashAttribute("notice", "Contratto salvato.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            Contract saved = suppliers.contract(id);
            theirs = ContractForm.of(saved).values();
            form.changedMeanwhile("catalogue.changed-meanwhile", saved.version());
        }
        return Answer.refused(page(id, form, theirs));
    }

    private JteModel page(ContractId id, FormInput form, Map<String, String> theirs) {
        return page(
                form,
                Addresses.of(id) + "/modifica",
                Addresses.of(id),
                suppliers.contract(id).details().object(),
                theirs);
    }

    private JteModel page(FormInput form, String action, String back, String title, Map<String, String> theirs) {
        List<Option> contracts = suppliers.contracts().stream()
                .filter(contract ->
                        !contract.renewed() || contract.id().toString().equals(form.typed("renews")))
                .filter(contract -> !action.equals(Addresses.of(contract.id()) + "/modifica"))
                .map(contract -> new Option(
                        contract.id().toString(),
                        contract.details().object() + ", fino al "
                                + Italian.date(contract.details().endsOn())))
                .toList();
        return templates.catalogueContractForm(new ContractFormPage(
                form,
                action,
                back,
                title,
                theirs,
                Choices.optional(
                        "Scegli…",
                        suppliers.all().stream()
                                .map(supplier -> new Option(supplier.id().toString(), supplier.name()))
                                .toList()),
                catalogue.offerings().stream()
                        .map(offering -> new Option(ContractForm.field(offering.id()), offering.title()))
                        .toList(),
                Choices.optional("Nessuno", contracts)));
    }
}
