// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.campaigns.pages.OwnSheetLine;
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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamResource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sheets of a person's own body: filled in, read again, sent. Of no other body. */
@Controller
@AllowedTo(Role.REFERENTE)
class OwnSheetController {

    private static final String ONE = Addresses.OWN + "/{id:\\d+}";

    private final Templates templates;
    private final Campaigns campaigns;
    private final CampaignSheetStore store;
    private final Sheets sheets;
    private final SheetPages pages;
    private final CampaignSheetFiles files;
    private final Clock clock;

    OwnSheetController(
            Templates templates,
            Campaigns campaigns,
            CampaignSheetStore store,
            Sheets sheets,
            SheetPages pages,
            CampaignSheetFiles files,
            Clock clock) {
        this.templates = templates;
        this.campaigns = campaigns;
        this.store = store;
        this.sheets = sheets;
        this.pages = pages;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping(Addresses.OWN)
    JteModel list(SignedIn person) {
        LocalDate today = LocalDate.now(clock);
        Map<CampaignId, Campaign> byId =
                campaigns.all().stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
        List<OwnSheetLine> own = store.of(ownBody(person)).stream()
                .map(sheet -> line(sheet, Objects.requireNonNull(byId.get(sheet.campaign())), today))
                .toList();
        return templates.campaignsOwnSheets(own);
    }

    private OwnSheetLine line(Sheet sheet, Campaign campaign, LocalDate today) {
        boolean writable = sheet.isWritable(campaign, today);
        Reply reply = sheet.state().reply();
        return new OwnSheetLine(
                Addresses.own(campaign.id()),
                campaign.title(),
                Integer.toString(campaign.year()),
                writable ? pages.deadline(campaign, sheet) : Italian.date(sheet.lastDay(campaign)),
                reply != null
                        ? SheetSummaries.sent(reply)
                        : writable
                                ? sheet.state().stage().label()
                                : today.isBefore(campaign.details().opensOn())
                                        ? "Si compila dal "
                                                + Italian.date(
                                                        campaign.details().opensOn())
                                        : "Non inviata: il termine è passato",
                writable);
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable CampaignId id, SignedIn person) {
        Campaign campaign = campaigns.get(id);
        Sheet sheet = sheets.get(id, ownBody(person));
        if (!sheet.isWritable(campaign, LocalDate.now(clock))) {
            return summary(campaign, sheet, FormInput.empty());
        }
        sheets.opened(sheet, person.displayName());
        Questionnaire asked = sheets.questionnaire(campaign, sheet);
        SheetAnswers written = sheets.written(sheet);
        return form(asked, written, SheetForm.of(asked, written), Map.of());
    }

    /** Keeps the draft; {@code next=riepilogo} goes on to read it again before sending. */
    @PostMapping(ONE)
    Object save(
            @PathVariable CampaignId id,
            @RequestParam(defaultValue = "") String next,
            FormInput form,
            SignedIn person,
            RedirectAttributes flash) {
        Campaign campaign = campaigns.get(id);
        Sheet sheet = sheets.get(id, ownBody(person));
        sheets.checkWritable(campaign, sheet);
        Questionnaire asked = sheets.questionnaire(campaign, sheet);
        SheetAnswers typed = SheetForm.read(form, asked);
        Map<String, String> theirs = Map.of();
        if (form.isValid()) {
            try {
                sheets.save(campaign, sheet.readAt(form.version()), typed, person.displayName());
                if (next.equals("riepilogo")) {
                    return "redirect:" + Addresses.own(id) + "/riepilogo";
                }
                flash.addFlashAttribute("notice", "Bozza salvata. La scheda non è ancora inviata.");
                return "redirect:" + Addresses.own(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            } catch (OptimisticLockingFailureException e) {
                sheet = sheets.get(id, ownBody(person));
                sheets.checkWritable(campaign, sheet);
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

    @GetMapping(ONE + "/riepilogo")
    JteModel review(@PathVariable CampaignId id, SignedIn person) {
        return summary(campaigns.get(id), sheets.get(id, ownBody(person)), FormInput.empty());
    }

    @PostMapping(ONE + "/invio")
    Object send(@PathVariable CampaignId id, FormInput form, SignedIn person, RedirectAttributes flash) {
        Campaign campaign = campaigns.get(id);
        Sheet sheet = sheets.get(id, ownBody(person));
        try {
            sheets.checkWritable(campaign, sheet);
            sheets.send(
                    campaign,
                    sheet.readAt(form.version()),
                    new Reply(clock.instant(), person.displayName(), LocalDate.now(clock), Channel.AREA, null, null));
            flash.addFlashAttribute("notice", "Scheda inviata. Qui sotto c'è il documento da conservare.");
            return "redirect:" + Addresses.own(id);
        } catch (Refusal refusal) {
            form.reject("", refusal.inItalian());
        } catch (OptimisticLockingFailureException e) {
            sheet = sheets.get(id, ownBody(person));
            SheetState.Saved saved = sheet.state().saved();
            form.reject("", Messages.text("campaigns.sheet.read-again", saved == null ? "qualcuno" : saved.by()));
        }
        return Answer.refused(summary(campaign, sheet, form));
    }

    @GetMapping(ONE + "/scheda.pdf")
    ResponseEntity<InputStreamResource> document(@PathVariable CampaignId id, SignedIn person) {
        return files.download(sheets.get(id, ownBody(person)));
    }

    private JteModel form(Questionnaire asked, SheetAnswers written, FormInput form, Map<String, String> theirs) {
        String address = Addresses.own(asked.campaign().id());
        return templates.campaignsSheetForm(
                form,
                pages.page(asked, written, form, address, theirs, List.of()),
                Addresses.OWN,
                "Schede da compilare");
    }

    private JteModel summary(Campaign campaign, Sheet sheet, FormInput form) {
        Questionnaire asked = sheets.questionnaire(campaign, sheet);
        SheetAnswers written = sheets.written(sheet);
        boolean writable = sheet.isWritable(campaign, LocalDate.now(clock));
        return templates.campaignsOwnSummary(
                form,
                SheetSummaries.of(asked, written, sheet),
                Addresses.own(campaign.id()),
                writable
                        ? SheetRules.missing(asked, written).stream()
                                .map(missing -> new Option(missing.field(), missing.sentence()))
                                .toList()
                        : List.of(),
                writable,
                sheet.file() != null,
                writable ? "" : closedBecause(campaign, sheet),
                sheet.version());
    }

    private String closedBecause(Campaign campaign, Sheet sheet) {
        if (sheet.state().stage() == SheetStage.ANSWERED) {
            return "";
        }
        return LocalDate.now(clock).isBefore(campaign.details().opensOn())
                ? Messages.text(
                        "campaigns.sheet.too-early",
                        Italian.date(campaign.details().opensOn()))
                : Messages.text("campaigns.sheet.too-late", Italian.date(sheet.lastDay(campaign)));
    }

    private static OrganizationId ownBody(SignedIn person) {
        Long organization = person.organization();
        if (organization == null) {
            throw new AccessDeniedException("A person of no body: " + person.username());
        }
        return new OrganizationId(organization);
    }
}
