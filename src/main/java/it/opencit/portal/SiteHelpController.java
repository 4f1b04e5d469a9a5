// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.portal.pages.SiteCard;
import it.opencit.portal.pages.SiteContacts;
import it.opencit.portal.pages.SiteContent.Fact;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.access.OpenToAll;
import it.opencit.tickets.CitizenDesk;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** Help and contacts: how to reach the centre and how to be helped by it. */
@Controller
@OpenToAll
@Transactional(readOnly = true)
class SiteHelpController {

    private final Templates templates;
    private final Shells shells;
    private final PublishedStore published;
    private final Centres centres;
    private final CitizenDesk citizens;

    SiteHelpController(
            Templates templates, Shells shells, PublishedStore published, Centres centres, CitizenDesk citizens) {
        this.templates = templates;
        this.shells = shells;
        this.published = published;
        this.centres = centres;
        this.citizens = citizens;
    }

    @GetMapping("/assistenza")
    SitePage contacts(Visit visit) {
        SiteText text = visit.text();
        Centre centre = centres.current();
        List<Fact> facts = new ArrayList<>();
        add(facts, text.get("contacts.address"), centre.address());
        add(facts, text.get("contacts.phone"), centre.phone());
        add(facts, text.get("contacts.email"), centre.email());
        add(facts, text.get("contacts.pec"), centre.pec());
        add(facts, text.get("contacts.hours"), centre.officeHours());
        List<SiteCard> acts = new ArrayList<>();
        acts.add(card(text, "help.area", "/accesso"));
        if (citizens.takesQuestions()) {
            acts.add(card(text, "help.ask", visit.to(QuestionController.ADDRESS)));
        }
        if (citizens.settings().filter(CitizenDesk.Settings::open).isPresent()) {
            acts.add(card(text, "help.report", "/assistenza/segnala"));
            acts.add(card(text, "help.follow", "/assistenza/segui"));
        }
        return new SitePage(templates.portalContacts(new SiteContacts(
                shells.of(visit, text.get("menu.help"))
                        .description(text.get("help.lead"))
                        .build(),
                facts,
                acts,
                Cards.of(published.pages(Section.ASSISTENZA), visit, false))));
    }

    private static SiteCard card(SiteText text, String key, String address) {
        return new SiteCard("", text.get(key), text.get(key + ".text"), address, null, List.of(), null);
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
