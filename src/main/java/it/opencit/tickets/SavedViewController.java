// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.pages.Answer;
import it.opencit.tickets.pages.SavedViewPage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The views of the list, kept, renamed and taken away. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class SavedViewController {

    static final String VIEWS = Addresses.TICKETS + "/viste";
    private static final String ONE = VIEWS + "/{id:\\d+}";

    private final Templates templates;
    private final SavedViews views;

    SavedViewController(Templates templates, SavedViews views) {
        this.templates = templates;
        this.views = views;
    }

    /** The form of a new view: its filters are those of the address. */
    @GetMapping(VIEWS)
    JteModel newForm(ListRequest request) {
        return page(FormInput.empty(), TicketList.filters(request), null, true);
    }

    @PostMapping(VIEWS)
    Object add(FormInput form, ListRequest request, SignedIn person, RedirectAttributes flash) {
        Map<String, String> filters = TicketList.filters(request);
        try {
            views.add(form.typed("name"), form.isChecked("shared"), filters, person);
            flash.addFlashAttribute("notice", "Vista salvata: la trovi sopra l'elenco e sulla bacheca.");
            return "redirect:" + TicketList.address(filters);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(form, filters, null, true));
        }
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable long id, SignedIn person) {
        SavedView view = views.get(id, person.username());
        FormInput form = FormInput.empty()
                .with("name", view.name())
                .with("version", view.version())
                .with("shared", view.shared() ? "si" : null);
        return page(form, view.filters(), view, view.isChangedBy(person));
    }

    @PostMapping(ONE)
    Object change(@PathVariable long id, FormInput form, SignedIn person, RedirectAttributes flash) {
        SavedView view = views.get(id, person.username());
        Integer seen = TicketPageController.seen(form);
        try {
            views.change(view, seen == null ? -1 : seen, form.typed("name"), form.isChecked("shared"), person);
            flash.addFlashAttribute("notice", "Vista cambiata.");
            return "redirect:" + TicketList.address(view.filters());
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.view.changed", view.name()));
            form.with("version", view.version());
        }
        return Answer.refused(page(form, view.filters(), view, true));
    }

    @PostMapping(ONE + "/rimozione")
    String delete(@PathVariable long id, SignedIn person, RedirectAttributes flash) {
        SavedView view = views.get(id, person.username());
        views.delete(view, person);
        flash.addFlashAttribute("notice", "La vista «" + view.name() + "» non c'è più. I ticket restano dove sono.");
        return "redirect:" + Addresses.TICKETS;
    }

    private JteModel page(FormInput form, Map<String, String> filters, @Nullable SavedView view, boolean changeable) {
        return templates.ticketsSavedView(new SavedViewPage(
                form,
                TicketList.options(filters),
                TicketList.address(filters),
                view == null ? "" : VIEWS + "/" + view.id(),
                view == null ? "" : view.owner(),
                changeable));
    }
}
