// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The campaigns of a centre: the list, a new one, its preparation and its opening. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class CampaignController {

    private static final String ONE = Addresses.CAMPAIGNS + "/{id:\\d+}";

    private final Templates templates;
    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    CampaignController(
            Templates templates,
            Campaigns campaigns,
            Organizations organizations,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(Addresses.CAMPAIGNS)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.campaignsCampaigns(lists.page(CampaignList.listing(), request), Writers.include(person));
    }

    @GetMapping(Addresses.CAMPAIGNS + "/campagne.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(CampaignList.listing(), request, format, response);
    }

    @GetMapping(Addresses.CAMPAIGNS + "/nuova")
    JteModel newForm() {
        return page(CampaignForm.blank(LocalDate.now(clock)), Addresses.CAMPAIGNS + "/nuova", Map.of(), false);
    }

    @PostMapping(Addresses.CAMPAIGNS + "/nuova")
    Object add(FormInput form, RedirectAttributes flash) {
        CampaignDetails details = CampaignForm.read(form, figureCodes());
        try {
            if (details != null) {
                CampaignId id = campaigns.add(details);
                flash.addFlashAttribute("notice", "Campagna preparata: rileggila, poi programma l'apertura.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(page(form, Addresses.CAMPAIGNS + "/nuova", Map.of(), false));
    }

    @GetMapping(ONE + "/modifica")
    JteModel editForm(@PathVariable CampaignId id) {
        Campaign campaign = campaigns.get(id);
        return page(
                CampaignForm.of(campaign.details(), campaign.version()),
                Addresses.of(id) + "/modifica",
                Map.of(),
                campaign.hasSheets());
    }

    @PostMapping(ONE + "/modifica")
    Object change(@PathVariable CampaignId id, FormInput form, RedirectAttributes flash) {
        Campaign campaign = campaigns.get(id);
        CampaignDetails details = CampaignForm.read(form, figureCodes());
        Map<String, String> theirs = Map.of();
        try {
            if (details != null) {
                campaigns.change(id, details, form.version());
                flash.addFlashAttribute("notice", "Campagna salvata.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            Campaign saved = campaigns.get(id);
            theirs = CampaignForm.of(saved.details(), saved.version()).values();
            form.changedMeanwhile("campaigns.changed-meanwhile", saved.version());
        }
        return Answer.refused(page(form, Addresses.of(id) + "/modifica", theirs, campaign.hasSheets()));
    }

    @PostMapping(ONE + "/apertura")
    String schedule(@PathVariable CampaignId id, @RequestParam int version, RedirectAttributes flash) {
        try {
            campaigns.schedule(id, version);
            flash.addFlashAttribute(
                    "notice",
                    campaigns.get(id).stage() == CampaignStage.OPEN
                            ? "Campagna aperta: ogni ente ha la sua scheda."
                            : "Apertura programmata: la campagna si apre da sé nel suo giorno.");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("warning", refusal.inItalian());
        }
        return "redirect:" + Addresses.of(id);
    }

    @PostMapping(ONE + "/preparazione")
    String recall(@PathVariable CampaignId id, @RequestParam int version, RedirectAttributes flash) {
        campaigns.recall(id, version);
        flash.addFlashAttribute("notice", "La campagna è di nuovo in preparazione: non si apre da sé.");
        return "redirect:" + Addresses.of(id);
    }

    @PostMapping(ONE + "/eliminazione")
    String remove(@PathVariable CampaignId id, @RequestParam int version, RedirectAttributes flash) {
        campaigns.remove(id, version);
        flash.addFlashAttribute("notice", "Campagna eliminata.");
        return "redirect:" + Addresses.CAMPAIGNS;
    }

    @PostMapping(ONE + "/inviti")
    String invite(@PathVariable CampaignId id, RedirectAttributes flash) {
        int added = campaigns.invite(id);
        flash.addFlashAttribute(
                "notice",
                added == 0
                        ? "Ogni ente ha già la sua scheda; i servizi attivati nel frattempo sono stati aggiunti."
                        : "Schede aggiunte: " + added + ".");
        return "redirect:" + Addresses.of(id);
    }

    private List<String> figureCodes() {
        return organizations.figureKinds().stream().map(FigureKind::code).toList();
    }

    private JteModel page(FormInput form, String action, Map<String, String> theirs, boolean open) {
        List<Option> kinds = Arrays.stream(CampaignKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
        List<Option> bodies = Arrays.stream(OrganizationKind.values())
                .map(kind -> new Option("kind-" + kind.name(), kind.label()))
                .toList();
        List<Option> figures = organizations.figureKinds().stream()
                .map(kind -> new Option("figure-" + kind.code(), kind.label()))
                .toList();
        return templates.campaignsCampaignForm(form, action, theirs, open, kinds, bodies, figures);
    }
}
