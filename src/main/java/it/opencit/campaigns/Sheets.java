// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a sheet: looked at, saved, sent, opened again. */
@Service
@Transactional
class Sheets {

    private final CampaignStore campaigns;
    private final CampaignSheetStore sheets;
    private final LineStore lines;
    private final AnswerStore answers;
    private final Invitations invitations;
    private final Questionnaires questionnaires;
    private final SheetRules rules;
    private final SheetPrinter printer;
    private final Documents documents;
    private final Clock clock;

    Sheets(
            CampaignStore campaigns,
            CampaignSheetStore sheets,
            LineStore lines,
            AnswerStore answers,
            Invitations invitations,
            Questionnaires questionnaires,
            SheetRules rules,
            SheetPrinter printer,
            Documents documents,
            Clock clock) {
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.lines = lines;
        this.answers = answers;
        this.invitations = invitations;
        this.questionnaires = questionnaires;
        this.rules = rules;
        this.printer = printer;
        this.documents = documents;
        this.clock = clock;
    }

    /** @throws NotFound when the campaign is not for that body */
    @Transactional(readOnly = true)
    Sheet get(CampaignId campaign, OrganizationId body) {
        return sheets.find(campaign, body)
                .orElseThrow(() -> new NotFound("Sheet of body " + body + " in campaign " + campaign));
    }

    @Transactional(readOnly = true)
    List<Sheet> of(CampaignId campaign) {
        return sheets.of(campaign);
    }

    /** What the sheet asks, with the services that the body began to use since. */
    Questionnaire questionnaire(Campaign campaign, Sheet sheet) {
        if (campaign.stage() == CampaignStage.OPEN && sheet.state().stage() != SheetStage.ANSWERED) {
            invitations.complete(sheet);
        }
        return questionnaires.of(campaign, sheet);
    }

    /** What is written on the sheet. */
    @Transactional(readOnly = true)
    SheetAnswers written(Sheet sheet) {
        return new SheetAnswers(
                lines.of(sheet.id()).stream()
                        .filter(line -> line.answer() != null || !line.note().isEmpty())
                        .map(line -> new LineReply(
                                line.offering(), line.answer(), line.quantities(), line.variant(), line.note()))
                        .toList(),
                answers.figures(sheet.id()),
                answers.contacts(sheet.id()),
                sheet.notes());
    }

    /** Somebody of the body looks at it. */
    void opened(Sheet sheet, String by) {
        if (sheet.openedAt() == null) {
            sheets.opened(sheet.id(), by, clock.instant());
        }
    }

    /**
     * Keeps what is written so far.
     *
     * @param sheet as it was read, at the version that the person saw
     * @throws Refusal when the campaign is not open, the sheet was sent, or something cannot be, naming the field
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else wrote meanwhile
     */
    void save(Campaign campaign, Sheet sheet, SheetAnswers typed, String by) {
        holdOpen(campaign.id());
        rules.check(questionnaires.of(campaign, sheet), typed);
        var saved = new SheetState.Saved(by, clock.instant());
        sheets.save(
                sheet.in(sheet.state().after(new SheetState.Act.Save(saved))).withNotes(typed.notes()));
        lines.replace(sheet.id(), typed.lines());
        answers.replace(sheet.id(), typed.figures(), people(typed.contacts()));
    }

    /**
     * Sends what was saved, and prints it.
     *
     * @throws Refusal when the campaign is not open, the sheet was sent, or something is missing, naming the first field
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else wrote meanwhile
     */
    void send(Campaign campaign, Sheet sheet, Reply reply) {
        holdOpen(campaign.id());
        Questionnaire asked = questionnaires.of(campaign, sheet);
        SheetAnswers written = written(sheet);
        SheetRules.missing(asked, written).stream().findFirst().ifPresent(missing -> {
            throw Refusal.inField(missing.field(), "campaigns.sheet.missing", missing.sentence());
        });
        Sheet sent = sheet.in(sheet.state().after(new SheetState.Act.Send(reply)));
        byte[] pdf = printer.print(asked, written, sent);
        FileId file = documents.store(new Upload(fileName(asked), new ByteArrayInputStream(pdf)));
        sheets.save(sent.withFile(file));
    }

    /**
     * Lets the body write again on a sheet that was sent.
     *
     * @param lastDay until when; {@code null} for the deadline of the campaign
     * @throws Refusal when it was not sent, or that day has passed
     */
    void reopen(Campaign campaign, Sheet sheet, @Nullable LocalDate lastDay) {
        holdOpen(campaign.id());
        LocalDate until = lastDay == null ? campaign.details().closesOn() : lastDay;
        if (until.isBefore(LocalDate.now(clock))) {
            throw Refusal.inField("until", "campaigns.sheet.until-passed", Italian.date(until));
        }
        sheets.save(sheet.in(sheet.state().after(new SheetState.Act.Reopen())).until(lastDay));
    }

    /** @throws Refusal when the body cannot write on it today, saying why */
    void checkWritable(Campaign campaign, Sheet sheet) {
        LocalDate today = LocalDate.now(clock);
        if (sheet.isWritable(campaign, today)) {
            return;
        }
        if (sheet.state().stage() == SheetStage.ANSWERED) {
            throw new Refusal("campaigns.sheet.sent-already");
        }
        if (today.isBefore(campaign.details().opensOn())) {
            throw new Refusal(
                    "campaigns.sheet.too-early", Italian.date(campaign.details().opensOn()));
        }
        throw new Refusal("campaigns.sheet.too-late", Italian.date(sheet.lastDay(campaign)));
    }

    private void holdOpen(CampaignId id) {
        Campaign campaign = campaigns.hold(id).orElseThrow(() -> new NotFound("Campaign " + id));
        if (campaign.stage() != CampaignStage.OPEN) {
            throw new Refusal(
                    "campaigns.sheet.campaign-not-open",
                    campaign.stage().label().toLowerCase(Locale.ITALIAN));
        }
    }

    private static List<ContactReply> people(List<ContactReply> contacts) {
        return contacts.stream().filter(contact -> !contact.name().isBlank()).toList();
    }

    private static String fileName(Questionnaire asked) {
        return "Scheda " + asked.campaign().year() + " - "
                + asked.body().fullName().replaceAll("[/\\\\]", " ") + ".pdf";
    }
}
