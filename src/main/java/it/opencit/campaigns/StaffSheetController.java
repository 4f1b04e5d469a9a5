// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.campaigns.pages.StaffSheetPage;
import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sheet of one body, as the centre sees it; an answer on paper or by PEC is written here. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class StaffSheetController {

    private static final String ONE = Addresses.CAMPAIGNS + "/{id:\\d+}/enti/{body:\\d+}";
    private static final List<Option> CHANNELS = Stream.concat(
                    Stream.of(new Option("", "Scegli")),
                    Stream.of(Channel.PAPER, Channel.PEC).map(channel -> new Option(channel.name(), channel.label())))
            .toList();

    private final Templates templates;
    private final Campaigns campaigns;
    private final Sheets sheets;
    private final SheetPages pages;
    private final TransactionOperations transaction;
    private final Clock clock;

    StaffSheetController(
            Templates templates,
            Campaigns campaigns,
            Sheets sheets,
            SheetPages pages,
            TransactionOperations transaction,
            Clock clock) {
        this.templates = templates;
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.pages = pages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping(ONE)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel show(@PathVariable CampaignId id, @PathVariable OrganizationId body, SignedIn person) {
        return show(id, body, FormInput.empty(), Writers.include(person));
    }

    @GetMapping(ONE + "/risposta")
    JteModel form(@PathVariable CampaignId id, @PathVariable OrganizationId body) {
        Campaign campaign = campaigns.get(id);
        Sheet sheet = sheets.get(id, body);
        Questionnaire asked = sheets.questionnaire(campaign, sheet);
        SheetAnswers written = sheets.written(sheet);
        return form(asked, written, SheetForm.of(asked, written), Map.of());
    }

    /** Hands in what came on paper: saved and sent at once. */
    @PostMapping(ONE + "/risposta")
    Object answer(
            @PathVariable CampaignId id,
            @PathVariable OrganizationId body,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash) {
        Campaign campaign = campaigns.get(id);
        Sheet sheet = sheets.get(id, body);
        Questionnaire asked = sheets.questionnaire(campaign, sheet);
        SheetAnswers typed = SheetForm.read(form, asked);
        Reply reply = ReplyForm.read(form, clock.instant(), LocalDate.now(clock));
        SheetRules.missing(asked, typed).forEach(missing -> form.reject(missing.field(), missing.sentence()));
        Map<String, String> theirs = Map.of();
        if (reply != null && form.isValid()) {
            Sheet seen = sheet.readAt(form.version());
            try {
                transaction.executeWithoutResult(_ -> {
                    sheets.save(campaign, seen, typed, person.displayName());
                    sheets.send(campaign, sheets.get(id, body), reply);
                });
                flash.addFlashAttribute("notice", "Risposta registrata.");
                return "redirect:" + Addresses.of(id, body);
            } catch (Refusal refusal) {
                form.reject(refusal);
            } catch (OptimisticLockingFailureException e) {
                sheet = sheets.get(id, body);
                asked = sheets.questionnaire(campaign, sheet);
                theirs = SheetPages.differences(SheetForm.of(asked, sheets.written(sheet)), form);
                SheetState.Saved saved = sheet.state().saved();
                form.reject(
                        "",
                        Messages.text("campaigns.sheet.changed-meanwhile", saved == null ? "qualcuno" : saved.by()));
                form.with("version", sheet.version());
            }
        }
        return Answer.refused(form(asked, typed, form, theirs));
    }

    @PostMapping(ONE + "/riapertura")
    Object reopen(
            @PathVariable CampaignId id, @PathVariable OrganizationId body, FormInput form, RedirectAttributes flash) {
        Campaign campaign = campaigns.get(id);
        Sheet sheet = sheets.get(id, body);
        LocalDate until = form.date("until");
        if (form.isValid()) {
            try {
                sheets.reopen(campaign, sheet.readAt(form.version()), until);
                flash.addFlashAttribute("notice", "Scheda riaperta: l'ente può correggerla e inviarla di nuovo.");
                return "redirect:" + Addresses.of(id, body);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(show(id, body, form, true));
    }

    private JteModel form(Questionnaire asked, SheetAnswers written, FormInput form, Map<String, String> theirs) {
        CampaignId campaign = asked.campaign().id();
        String address = Addresses.of(campaign, asked.body().id());
        return templates.campaignsSheetForm(
                form,
                pages.page(asked, written, form, address + "/risposta", theirs, CHANNELS),
                Addresses.of(campaign),
                asked.campaign().title());
    }

    private JteModel show(CampaignId id, OrganizationId body, FormInput form, boolean writable) {
        Campaign campaign = campaigns.get(id);
        Sheet sheet = sheets.get(id, body);
        Questionnaire asked = sheets.questionnaire(campaign, sheet);
        SheetAnswers written = sheets.written(sheet);
        FileId file = sheet.file();
        boolean open = writable && campaign.stage() == CampaignStage.OPEN;
        boolean sent = sheet.state().stage() == SheetStage.ANSWERED;
        SheetState.Saved saved = sheet.state().saved();
        return templates.campaignsStaffSheet(
                form,
                SheetSummaries.of(asked, written, sheet),
                new StaffSheetPage(
                        Addresses.of(id, body),
                        Addresses.of(id),
                        Addresses.of(body),
                        Board.label(sheet),
                        sheet.openedAt() == null ? "" : Italian.moment(sheet.openedAt()) + ", " + sheet.openedBy(),
                        saved == null ? "" : Italian.moment(saved.at()) + ", " + saved.by(),
                        pages.deadline(campaign, sheet),
                        file == null ? "" : Addresses.of(file),
                        open && !sent,
                        open && sent,
                        sheet.version()));
    }
}
