// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board of a campaign: who has answered, what was answered, whom to remind. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class BoardController {

    private static final String ONE = Addresses.CAMPAIGNS + "/{id:\\d+}";

    private final Templates templates;
    private final Campaigns campaigns;
    private final Board board;
    private final CampaignReminders reminders;
    private final Lists lists;
    private final Exports exports;

    BoardController(
            Templates templates,
            Campaigns campaigns,
            Board board,
            CampaignReminders reminders,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.campaigns = campaigns;
        this.board = board;
        this.reminders = reminders;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable CampaignId id, ListRequest request, SignedIn person) {
        Campaign campaign = campaigns.get(id);
        return templates.campaignsBoard(
                board.page(campaign, Writers.include(person)),
                lists.page(board.listing(campaign), board.rows(campaign), request));
    }

    @GetMapping(ONE + "/schede.{format}")
    void sheets(
            @PathVariable CampaignId id,
            @PathVariable ExportFormat format,
            ListRequest request,
            HttpServletResponse response)
            throws IOException {
        Campaign campaign = campaigns.get(id);
        exports.send(board.listing(campaign), board.rows(campaign), request, format, response);
    }

    @GetMapping(ONE + "/righe")
    JteModel lines(@PathVariable CampaignId id, ListRequest request) {
        Campaign campaign = campaigns.get(id);
        return templates.campaignsLines(
                campaign.title(),
                Addresses.of(id),
                lists.page(board.lineListing(campaign), board.lineRows(campaign), request));
    }

    @GetMapping(ONE + "/righe/righe.{format}")
    void lines(
            @PathVariable CampaignId id,
            @PathVariable ExportFormat format,
            ListRequest request,
            HttpServletResponse response)
            throws IOException {
        Campaign campaign = campaigns.get(id);
        exports.send(board.lineListing(campaign), board.lineRows(campaign), request, format, response);
    }

    @PostMapping(ONE + "/solleciti")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
    String remind(@PathVariable CampaignId id, RedirectAttributes flash) {
        Campaign campaign = campaigns.get(id);
        if (campaign.stage() != CampaignStage.OPEN) {
            throw new Refusal("campaigns.campaign.not-open");
        }
        reminders
                .byHand(campaign)
                .ifPresentOrElse(
                        sums -> flash.addFlashAttribute(
                                "notice",
                                "Sollecito preparato: " + sums.mails() + " messaggi a " + sums.bodies() + " enti."
                                        + (sums.withoutAddress() == 0
                                                ? ""
                                                : " Senza indirizzo: " + sums.withoutAddress() + ".")),
                        () -> flash.addFlashAttribute("warning", "Oggi il sollecito è già partito: riprova domani."));
        return "redirect:" + Addresses.of(id);
    }
}
