// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.centres.Centres;
import it.opencit.portal.pages.SiteContent.Fact;
import it.opencit.portal.pages.SiteEnrolment;
import it.opencit.portal.pages.SiteOwnEnrolment;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.forms.FormInput;
import it.opencit.tickets.PublicForms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who wants to come to an event enrols, and may give its place up. */
@Controller
@OpenToAll
class EnrolmentController {

    private static final String EVENT = "/eventi/{slug}/iscrizione";
    private static final String OWN = Enrolments.LINK + "/{token}";

    private final Templates templates;
    private final Shells shells;
    private final Enrolments enrolments;
    private final PublicForms forms;
    private final SiteForms site;
    private final FormGuard guard;
    private final Centres centres;

    EnrolmentController(
            Templates templates,
            Shells shells,
            Enrolments enrolments,
            PublicForms forms,
            SiteForms site,
            FormGuard guard,
            Centres centres) {
        this.templates = templates;
        this.shells = shells;
        this.enrolments = enrolments;
        this.forms = forms;
        this.site = site;
        this.guard = guard;
        this.centres = centres;
    }

    @GetMapping(EVENT)
    SitePage form(Visit visit, @PathVariable String slug) {
        return SitePage.forOne(page(visit, slug, FormInput.empty()));
    }

    @PostMapping(EVENT)
    Object enrol(Visit visit, @PathVariable String slug, FormInput form, HttpServletRequest request) {
        SitePage tooMany = guard.count(visit, PublicForms.Kind.FORM, request);
        if (tooMany != null) {
            return tooMany;
        }
        SiteText text = visit.text();
        SiteForms.checkPerson(form, text);
        if (form.isValid()) {
            try {
                String email = form.typed("email").strip();
                String token = site.visitor(() -> {
                    forms.take(form.typed("modulo"), form.typed("website"), email, "iscrizione");
                    return enrolments.enrol(
                            slug,
                            new Enrolment(
                                    0,
                                    new ContentId(0),
                                    EnrolmentState.WAITING,
                                    form.typed("name").strip(),
                                    form.typed("surname").strip(),
                                    form.typed("body").strip(),
                                    email,
                                    visit.language()));
                });
                return "redirect:" + visit.to(Enrolments.LINK + "/" + token);
            } catch (Refusal refusal) {
                SiteForms.reject(form, refusal, text);
            }
        }
        return SitePage.refused(page(visit, slug, form));
    }

    @GetMapping(OWN)
    SitePage own(Visit visit, @PathVariable String token) {
        Enrolments.Own own = site.visitor(() -> enrolments.byToken(token));
        SiteText text = visit.text();
        String state = own.enrolment().state().name();
        return SitePage.forOne(templates.portalOwnEnrolment(new SiteOwnEnrolment(
                shells.of(visit, text.get("enrolment.own"))
                        .below(text.get("menu.events"), ContentKind.EVENT.address())
                        .hidden()
                        .unrated()
                        .build(),
                text.get("enrolment.state." + state),
                own.event().in(visit.language()).title(),
                visit.to(own.event().address()),
                facts(own.event(), text),
                own.enrolment().state() == EnrolmentState.GIVEN_UP
                        ? null
                        : visit.to(Enrolments.LINK + "/" + token + "/rinuncia"))));
    }

    @PostMapping(OWN + "/rinuncia")
    Object giveUp(Visit visit, @PathVariable String token, HttpServletRequest request) {
        SitePage tooMany = guard.count(visit, PublicForms.Kind.FORM, request);
        if (tooMany != null) {
            return tooMany;
        }
        site.visitor(() -> {
            enrolments.giveUp(token);
            return true;
        });
        return "redirect:" + visit.to(Enrolments.LINK + "/" + token);
    }

    private JteModel page(Visit visit, String slug, FormInput form) {
        Enrolments.Event event = enrolments.event(slug);
        SiteText text = visit.text();
        String title = event.content().in(visit.language()).title();
        return templates.portalEnrolment(new SiteEnrolment(
                shells.of(visit, text.get("enrolment.title", title))
                        .below(text.get("menu.events"), ContentKind.EVENT.address())
                        .below(title, event.content().address())
                        .unrated()
                        .build(),
                visit.to(event.content().address() + "/iscrizione"),
                facts(event.content(), text),
                event.open(),
                event.free() > 0 ? text.get("enrolment.free", event.free()) : text.get("enrolment.full"),
                event.open() ? forms.token() : "",
                centres.current().privacyText(),
                form));
    }

    private static List<Fact> facts(Published event, SiteText text) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(text.get("event.when"), Cards.when(event.said().event(), text)));
        if (!event.said().event().place().isEmpty()) {
            facts.add(new Fact(text.get("event.where"), event.said().event().place()));
        }
        return facts;
    }
}
