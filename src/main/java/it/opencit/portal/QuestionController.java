// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.catalogue.Offering;
import it.opencit.centres.Centres;
import it.opencit.portal.pages.SiteQuestion;
import it.opencit.portal.pages.SiteReceipt;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tickets.CitizenDesk;
import it.opencit.tickets.Citizens;
import it.opencit.tickets.PublicForms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** "Domande?": whoever reads the site asks, and the help desk answers. */
@Controller
@OpenToAll
class QuestionController {

    static final String ADDRESS = "/domande";
    static final String NEW = ADDRESS + "/nuova";

    private final Templates templates;
    private final Shells shells;
    private final PublicServices services;
    private final CitizenDesk desk;
    private final Citizens citizens;
    private final PublicForms forms;
    private final SiteForms site;
    private final FormGuard guard;
    private final Centres centres;

    QuestionController(
            Templates templates,
            Shells shells,
            PublicServices services,
            CitizenDesk desk,
            Citizens citizens,
            PublicForms forms,
            SiteForms site,
            FormGuard guard,
            Centres centres) {
        this.templates = templates;
        this.shells = shells;
        this.services = services;
        this.desk = desk;
        this.citizens = citizens;
        this.forms = forms;
        this.site = site;
        this.guard = guard;
        this.centres = centres;
    }

    @GetMapping(ADDRESS)
    SitePage form(Visit visit, FormInput form) {
        return SitePage.forOne(page(visit, FormInput.empty().with("servizio", form.typed("servizio"))));
    }

    /** From the sheet of a service, with the question begun: nothing is kept yet. */
    @PostMapping(NEW)
    SitePage begun(Visit visit, FormInput form) {
        return SitePage.forOne(page(visit, form));
    }

    @GetMapping(NEW)
    String bare(Visit visit) {
        return "redirect:" + visit.to(ADDRESS);
    }

    /** Answered with the page itself: the code is told here once, and lies in no session. */
    @PostMapping(ADDRESS)
    SitePage send(Visit visit, FormInput form, HttpServletRequest request) {
        SiteText text = visit.text();
        SitePage tooMany = guard.count(visit, PublicForms.Kind.FORM, request);
        if (tooMany != null) {
            return tooMany;
        }
        checkOpen();
        SiteForms.checkPerson(form, text);
        String typed = form.typed("text").strip();
        if (typed.isEmpty() || typed.length() > Citizens.LONGEST_QUESTION) {
            form.reject("text", text.get("question.text.wrong", Citizens.LONGEST_QUESTION));
        }
        if (form.isValid()) {
            try {
                String email = form.typed("email").strip();
                String service = service(form.typed("servizio"));
                Citizens.Receipt receipt = site.visitor(() -> {
                    forms.take(form.typed("modulo"), form.typed("website"), email, "ticket");
                    forms.once("domanda", email + "\n" + service + "\n" + typed);
                    return citizens.ask(new Citizens.Question(
                            form.typed("name"),
                            form.typed("surname"),
                            form.typed("body"),
                            email,
                            service,
                            typed,
                            form.isChecked("consent")));
                });
                return SitePage.forOne(templates.portalReceived(new SiteReceipt(
                        shells.of(visit, text.get("question.received"))
                                .below(text.get("question.heading"), ADDRESS)
                                .hidden()
                                .unrated()
                                .build(),
                        receipt.number().toString(),
                        receipt.code(),
                        email)));
            } catch (Refusal refusal) {
                SiteForms.reject(form, refusal, text);
            }
        }
        return SitePage.refused(page(visit, form));
    }

    private void checkOpen() {
        if (!desk.takesQuestions()) {
            throw new NotFound("No questions");
        }
    }

    private JteModel page(Visit visit, FormInput form) {
        checkOpen();
        SiteText text = visit.text();
        List<Option> options = new ArrayList<>();
        options.add(new Option("", text.get("question.service.none")));
        services.all().forEach(one -> options.add(new Option(one.code(), one.title())));
        return templates.portalQuestion(new SiteQuestion(
                shells.of(visit, text.get("question.heading"))
                        .description(text.get("question.lead"))
                        .unrated()
                        .build(),
                visit.to(ADDRESS),
                forms.token(),
                options,
                centres.current().privacyText(),
                form));
    }

    /** The title of the service of a code; "" for a code that is none. */
    private String service(String code) {
        return services.all().stream()
                .filter(one -> one.code().equals(code))
                .map(Offering::title)
                .findFirst()
                .orElse("");
    }
}
