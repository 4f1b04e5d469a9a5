// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.Refusal;
import it.opencit.tickets.PublicForms;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns away who sends forms without end, with a page that costs nothing: no list is read for it and nothing is written. */
@Component
class FormGuard {

    private final Templates templates;
    private final Shells shells;
    private final PublicForms forms;

    FormGuard(Templates templates, Shells shells, PublicForms forms) {
        this.templates = templates;
        this.shells = shells;
        this.forms = forms;
    }

    /** Counts a try; the page that says to wait when there were too many, else {@code null}. */
    @Nullable
    SitePage count(Visit visit, PublicForms.Kind kind, HttpServletRequest request) {
        try {
            forms.count(kind, request.getRemoteAddr());
            return null;
        } catch (Refusal refusal) {
            return new SitePage(
                    said(visit, "form.too-many", SiteForms.sentence(refusal, visit.text())),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    /** A page that says one thing. */
    JteModel said(Visit visit, String title, String sentence) {
        SiteText text = visit.text();
        return templates.portalSaid(
                shells.of(visit, text.get(title)).hidden().unrated().build(), sentence);
    }
}
