// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notes of an accession; of two people who edit them at once, the second sees both texts. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class NotesController {

    private static final String NOTES = Addresses.ACCESSIONS + "/{id}/note";

    private final Templates templates;
    private final Accessions accessions;
    private final Organizations organizations;

    NotesController(Templates templates, Accessions accessions, Organizations organizations) {
        this.templates = templates;
        this.accessions = accessions;
        this.organizations = organizations;
    }

    @GetMapping(NOTES)
    JteModel form(@PathVariable AccessionId id) {
        Accession accession = accessions.get(id);
        return page(
                accession,
                FormInput.empty().with("notes", accession.notes()).with("version", accession.version()),
                Map.of());
    }

    @PostMapping(NOTES)
    Object save(@PathVariable AccessionId id, FormInput form, RedirectAttributes flash) {
        try {
            accessions.annotate(id, form.version(), form.textOrEmpty("notes"));
        } catch (OptimisticLockingFailureException e) {
            Accession theirs = accessions.get(id);
            form.changedMeanwhile("agreements.changed-meanwhile", theirs.version());
            return Answer.refused(page(theirs, form, Map.of("notes", theirs.notes())));
        }
        flash.addFlashAttribute("notice", "Note salvate.");
        return "redirect:" + Addresses.of(id);
    }

    private JteModel page(Accession accession, FormInput form, Map<String, String> theirs) {
        return templates.agreementsNotes(
                form,
                theirs,
                Addresses.of(accession.id()),
                organizations.get(accession.organization()).fullName());
    }
}
