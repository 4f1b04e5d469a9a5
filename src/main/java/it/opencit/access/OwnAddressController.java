// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person who signs in wants to be written to. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE, Role.REFERENTE})
class OwnAddressController {

    static final String ADDRESS = "/indirizzo";

    private final Templates templates;
    private final Persons persons;

    OwnAddressController(Templates templates, Persons persons) {
        this.templates = templates;
        this.persons = persons;
    }

    @GetMapping(ADDRESS)
    JteModel show(SignedIn person) {
        return templates.accessOwnAddress(FormInput.empty()
                .with("email", persons.email(person.username()))
                .with("daily", persons.daily(person.username()) ? "si" : null));
    }

    @PostMapping(ADDRESS)
    Object change(FormInput form, SignedIn person, RedirectAttributes flash) {
        String email = form.textOrEmpty("email");
        if (!email.isEmpty() && !EmailAddress.isOne(email)) {
            form.reject("email", Messages.text("shared.email", email));
            return Answer.refused(templates.accessOwnAddress(form));
        }
        boolean daily = form.isChecked("daily");
        persons.writeTo(person.person(), email);
        persons.readDaily(person.person(), daily);
        flash.addFlashAttribute(
                "notice",
                email.isEmpty()
                        ? "Indirizzo tolto: non riceverai avvisi."
                        : daily ? "Salvato: un riepilogo al giorno." : "Salvato: un messaggio per ogni avviso.");
        return "redirect:" + ADDRESS;
    }
}
