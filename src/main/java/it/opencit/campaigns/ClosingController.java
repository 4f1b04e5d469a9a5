// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.campaigns.ClosingPlan.Planned;
import it.opencit.campaigns.pages.ClosingPage;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closes a campaign: what would happen is shown first, and confirmed. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class ClosingController {

    private static final String CLOSING = Addresses.CAMPAIGNS + "/{id:\\d+}/chiusura";

    private final Templates templates;
    private final Campaigns campaigns;
    private final Closing closing;
    private final Organizations organizations;
    private final Clock clock;

    ClosingController(
            Templates templates, Campaigns campaigns, Closing closing, Organizations organizations, Clock clock) {
        this.templates = templates;
        this.campaigns = campaigns;
        this.closing = closing;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping(CLOSING)
    Object preview(@PathVariable CampaignId id) {
        if (campaigns.get(id).stage() != CampaignStage.OPEN) {
            return "redirect:" + Addresses.of(id);
        }
        return page(id, FormInput.empty());
    }

    @PostMapping(CLOSING)
    Object close(@PathVariable CampaignId id, FormInput form, SignedIn person, RedirectAttributes flash) {
        if (!form.isChecked("confirmed")) {
            form.reject("confirmed", Messages.text("campaigns.closing.confirm"));
            return Answer.refused(page(id, form));
        }
        try {
            closing.close(id, form.typed("digest"), person.username());
        } catch (Refusal refusal) {
            form.reject("", refusal.inItalian());
            return Answer.refused(page(id, form));
        }
        flash.addFlashAttribute("notice", "Campagna chiusa: le risposte sono diventate rinnovi, disdette e richieste.");
        return "redirect:" + Addresses.of(id);
    }

    /** Takes up a closing that was interrupted. */
    @PostMapping(CLOSING + "/ripresa")
    String goOn(@PathVariable CampaignId id, RedirectAttributes flash) {
        closing.goOn(id);
        flash.addFlashAttribute("notice", "Chiusura completata.");
        return "redirect:" + Addresses.of(id);
    }

    private JteModel page(CampaignId id, FormInput form) {
        Campaign campaign = campaigns.get(id);
        ClosingPlan plan = closing.plan(id);
        Map<OrganizationId, Organization> bodies =
                organizations
                        .all(plan.lines().stream()
                                .map(planned -> planned.sheet().organization())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Organization::id, Function.identity()));
        Map<LineOutcome, Long> counts = plan.counts();
        return templates.campaignsClosing(
                form,
                new ClosingPage(
                        Addresses.of(id),
                        campaign.title(),
                        Integer.toString(campaign.year()),
                        campaign.daysLeft(LocalDate.now(clock)) >= 0
                                ? Italian.date(campaign.details().closesOn())
                                : "",
                        plan.answered(),
                        plan.unanswered(),
                        Arrays.stream(LineOutcome.values())
                                .filter(counts::containsKey)
                                .map(outcome -> new ClosingPage.Count(
                                        outcome.label(), counts.getOrDefault(outcome, 0L), meaning(outcome, campaign)))
                                .toList(),
                        List.of(
                                        LineOutcome.TO_DECIDE,
                                        LineOutcome.TERMINATED,
                                        LineOutcome.REQUESTED,
                                        LineOutcome.MORE_ASKED)
                                .stream()
                                .filter(counts::containsKey)
                                .map(outcome ->
                                        new ClosingPage.Group(outcome.label(), entries(plan.with(outcome), bodies, id)))
                                .toList(),
                        plan.digest()));
    }

    private static List<ClosingPage.Entry> entries(
            List<Planned> lines, Map<OrganizationId, Organization> bodies, CampaignId id) {
        return lines.stream()
                .map(planned -> {
                    OrganizationId body = planned.sheet().organization();
                    Organization known = bodies.get(body);
                    return new ClosingPage.Entry(
                            planned.line().id(),
                            known == null ? "" : known.fullName(),
                            Addresses.of(id, body),
                            planned.offering().title(),
                            planned.ruling().why().isEmpty()
                                    ? planned.line().note()
                                    : Messages.text(planned.ruling().why()));
                })
                .sorted(Comparator.comparing(ClosingPage.Entry::body).thenComparing(ClosingPage.Entry::service))
                .toList();
    }

    private static String meaning(LineOutcome outcome, Campaign campaign) {
        String year = Integer.toString(campaign.year());
        String before = Integer.toString(campaign.year() - 1);
        return switch (outcome) {
            case RENEWED -> "l'ente conferma: si aggiunge il canone del " + year;
            case WENT_ON -> "nessuna risposta, rinnovo tacito: si aggiunge il canone del " + year;
            case MORE_ASKED -> "si aggiunge il canone del " + year + " e si apre la richiesta di altre quantità";
            case TERMINATED -> "disdetta con ultimo giorno il 31/12/" + before + ", con la scheda come documento";
            case REQUESTED -> "si apre una richiesta di attivazione, da verificare";
            case NOTHING -> "già in disdetta, finito da sé, o l'ente non è interessato";
            case TO_DECIDE ->
                "da confermare ogni anno e senza risposta: decide il centro, una riga alla volta o insieme";
            case LEFT -> "lasciato com'era";
        };
    }
}
