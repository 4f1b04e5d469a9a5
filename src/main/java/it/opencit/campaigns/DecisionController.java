// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.campaigns.pages.ClosingPage;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lines of a closed campaign that wait for somebody: decided one by one or many together. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class DecisionController {

    private static final String DECISIONS = Addresses.CAMPAIGNS + "/{id:\\d+}/decisioni";

    private final Templates templates;
    private final Campaigns campaigns;
    private final CampaignSheetStore sheets;
    private final LineStore lines;
    private final Decisions decisions;
    private final Organizations organizations;
    private final Catalogue catalogue;

    DecisionController(
            Templates templates,
            Campaigns campaigns,
            CampaignSheetStore sheets,
            LineStore lines,
            Decisions decisions,
            Organizations organizations,
            Catalogue catalogue) {
        this.templates = templates;
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.lines = lines;
        this.decisions = decisions;
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    @GetMapping(DECISIONS)
    JteModel list(@PathVariable CampaignId id) {
        return page(id, FormInput.empty());
    }

    @PostMapping(DECISIONS)
    Object decide(@PathVariable CampaignId id, FormInput form, RedirectAttributes flash) {
        Decision decision = form.choice("decision", Decision.class);
        if (decision == null) {
            form.reject("decision", Messages.text("campaigns.decision.which"));
            return Answer.refused(page(id, form));
        }
        try {
            Decisions.Made made = decisions.decide(
                    id,
                    form.all("lines").stream()
                            .filter(line -> line.matches("\\d{1,18}"))
                            .map(Long::valueOf)
                            .distinct()
                            .toList(),
                    decision,
                    form.textOrEmpty("reason"));
            if (made.done() > 0) {
                flash.addFlashAttribute("notice", decision.label() + ": righe decise " + made.done() + ".");
            }
            if (!made.refused().isEmpty()) {
                flash.addFlashAttribute("warning", String.join(" ", made.refused()));
            }
            return "redirect:" + Addresses.of(id) + "/decisioni";
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(id, form));
        }
    }

    private JteModel page(CampaignId id, FormInput form) {
        Campaign campaign = campaigns.get(id);
        Map<SheetId, OrganizationId> owners =
                sheets.of(id).stream().collect(Collectors.toMap(Sheet::id, Sheet::organization));
        List<Line> waiting = lines.of(id).stream()
                .filter(line -> line.outcome() == LineOutcome.TO_DECIDE)
                .toList();
        Map<OrganizationId, Organization> bodies = organizations
                .all(waiting.stream()
                        .map(line -> Objects.requireNonNull(owners.get(line.sheet())))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Organization::id, Function.identity()));
        Map<OfferingId, Offering> offerings =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        List<ClosingPage.Entry> entries = waiting.stream()
                .map(line -> {
                    OrganizationId owner = Objects.requireNonNull(owners.get(line.sheet()));
                    Organization body = bodies.get(owner);
                    Offering offering = offerings.get(line.offering());
                    return new ClosingPage.Entry(
                            line.id(),
                            body == null ? "" : body.fullName(),
                            Addresses.of(id, owner),
                            offering == null ? "" : offering.title(),
                            line.why());
                })
                .sorted(Comparator.comparing(ClosingPage.Entry::body).thenComparing(ClosingPage.Entry::service))
                .toList();
        List<Option> choices = Stream.concat(
                        Stream.of(new Option("", "Scegli")),
                        Arrays.stream(Decision.values())
                                .filter(decision -> waiting.stream().anyMatch(decision::suits))
                                .map(decision -> new Option(decision.name(), decision.label())))
                .toList();
        return templates.campaignsDecisions(form, campaign.title(), Addresses.of(id), entries, choices);
    }
}
