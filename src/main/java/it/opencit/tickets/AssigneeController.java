// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.catalogue.SupplierId;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.tickets.pages.AssigneesPage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Groups of the staff and suppliers that tickets are given to, decided by the coordinator. */
@Controller
@AllowedTo(Role.COORDINATORE)
class AssigneeController {

    static final String ADDRESS = Addresses.SETTINGS + "/assegnatari";
    private static final String GROUP = ADDRESS + "/gruppi";
    private static final String SUPPLIER = ADDRESS + "/fornitori/{id:\\d+}";

    private final Templates templates;
    private final Assignees assignees;
    private final StaffGroups groups;
    private final SupplierDesks suppliers;

    AssigneeController(Templates templates, Assignees assignees, StaffGroups groups, SupplierDesks suppliers) {
        this.templates = templates;
        this.assignees = assignees;
        this.groups = groups;
        this.suppliers = suppliers;
    }

    @GetMapping(ADDRESS)
    JteModel show() {
        Map<String, String> names =
                assignees.staff().stream().collect(Collectors.toMap(one -> one.username(), one -> one.name()));
        return templates.ticketsAssignees(new AssigneesPage(
                groups.all().stream()
                        .map(group -> new AssigneesPage.Line(
                                group.name(),
                                GROUP + "/" + group.id(),
                                group.members().stream()
                                        .map(member -> names.getOrDefault(member, member))
                                        .collect(Collectors.joining(", ")),
                                !group.retired()))
                        .toList(),
                suppliers.all().stream()
                        .map(desk -> new AssigneesPage.Line(
                                desk.supplier().name(),
                                ADDRESS + "/fornitori/" + desk.supplier().id(),
                                String.join(", ", desk.addresses()),
                                desk.offered()))
                        .toList()));
    }

    @GetMapping(GROUP + "/nuovo")
    JteModel newGroup() {
        return groupPage(FormInput.empty(), GROUP + "/nuovo");
    }

    @PostMapping(GROUP + "/nuovo")
    Object addGroup(FormInput form, RedirectAttributes flash) {
        return keep(form, flash, GROUP + "/nuovo", 0);
    }

    @GetMapping(GROUP + "/{id:\\d+}")
    JteModel group(@PathVariable long id) {
        StaffGroup group = groups.get(id);
        FormInput form = FormInput.of(Map.of("members", group.members()))
                .with("name", group.name())
                .with("retired", group.retired() ? "si" : null)
                .with("version", group.version());
        return groupPage(form, GROUP + "/" + id);
    }

    @PostMapping(GROUP + "/{id:\\d+}")
    Object changeGroup(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        groups.get(id);
        return keep(form, flash, GROUP + "/" + id, id);
    }

    private Object keep(FormInput form, RedirectAttributes flash, String action, long id) {
        try {
            groups.keep(new StaffGroup(
                    id, form.textOrEmpty("name"), form.all("members"), form.isChecked("retired"), seen(form)));
            flash.addFlashAttribute("notice", "Gruppo salvato.");
            return "redirect:" + ADDRESS;
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.settings.changed"));
            form.with("version", groups.get(id).version());
        }
        return Answer.refused(groupPage(form, action));
    }

    private JteModel groupPage(FormInput form, String action) {
        List<Option> staff = assignees.staff().stream()
                .map(one -> new Option(one.username(), one.name()))
                .toList();
        return templates.ticketsStaffGroup(form, action, staff);
    }

    @GetMapping(SUPPLIER)
    JteModel supplier(@PathVariable SupplierId id) {
        SupplierDesk desk = suppliers.get(id);
        return supplierPage(
                FormInput.empty()
                        .with("offered", desk.offered() ? "si" : null)
                        .with("addresses", String.join("\n", desk.addresses()))
                        .with("version", desk.version()),
                desk);
    }

    @PostMapping(SUPPLIER)
    Object changeSupplier(@PathVariable SupplierId id, FormInput form, RedirectAttributes flash) {
        try {
            suppliers.keep(id, form.isChecked("offered"), form.typed("addresses"), seen(form));
            flash.addFlashAttribute("notice", "Fornitore salvato.");
            return "redirect:" + ADDRESS;
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.settings.changed"));
            form.with("version", suppliers.get(id).version());
        }
        return Answer.refused(supplierPage(form, suppliers.get(id)));
    }

    private JteModel supplierPage(FormInput form, SupplierDesk desk) {
        return templates.ticketsSupplierDesk(
                form,
                ADDRESS + "/fornitori/" + desk.supplier().id(),
                desk.supplier().name());
    }

    private static int seen(FormInput form) {
        String version = form.textOrEmpty("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}
