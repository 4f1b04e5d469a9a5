// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to the bodies of a campaign: that it opens, and to those that have not answered that it is about to end. Each round
 * is kept and happens once; within it each address has a mail of its own key, so that nobody gets the same one twice.
 */
@Service
@Transactional
class CampaignReminders {

    private final CampaignReminderStore rounds;
    private final CampaignSheetStore sheets;
    private final Addressees addressees;
    private final Organizations organizations;
    private final Notices notices;
    private final Centres centres;
    private final Clock clock;

    CampaignReminders(
            CampaignReminderStore rounds,
            CampaignSheetStore sheets,
            Addressees addressees,
            Organizations organizations,
            Notices notices,
            Centres centres,
            Clock clock) {
        this.rounds = rounds;
        this.sheets = sheets;
        this.addressees = addressees;
        this.organizations = organizations;
        this.notices = notices;
        this.centres = centres;
        this.clock = clock;
    }

    /** Tells every body that the campaign is open. */
    void announce(Campaign campaign) {
        send(campaign, ReminderRound.OPENING);
    }

    /**
     * Reminds those that have not answered, because somebody of the centre says so.
     *
     * @return what it came to; nothing when this was done today already
     */
    Optional<ReminderRound.Sums> byHand(Campaign campaign) {
        return send(campaign, ReminderRound.byHand(today()));
    }

    /**
     * Reminds those that have not answered, when one of the chosen days has come. Of several days that went by while nothing
     * ran only the last counts.
     */
    void ifDue(Campaign campaign) {
        LocalDate today = today();
        LocalDate deadline = campaign.details().closesOn();
        if (campaign.stage() != CampaignStage.OPEN || today.isAfter(deadline)) {
            return;
        }
        campaign.details().reminderDays().stream()
                .filter(days -> !today.isBefore(deadline.minusDays(days)))
                .min(Comparator.naturalOrder())
                .ifPresent(days -> send(campaign, ReminderRound.before(days)));
    }

    private Optional<ReminderRound.Sums> send(Campaign campaign, String occasion) {
        return rounds.begin(campaign.id(), occasion, today()).map(round -> {
            List<Sheet> missing = sheets.of(campaign.id()).stream()
                    .filter(sheet -> sheet.state().stage() != SheetStage.ANSWERED)
                    .toList();
            Map<OrganizationId, Organization> bodies =
                    organizations.all(missing.stream().map(Sheet::organization).toList()).stream()
                            .collect(Collectors.toMap(Organization::id, Function.identity()));
            Map<OrganizationId, List<String>> addresses = addressees.of(bodies.values());
            Centre centre = centres.current();
            int mails = 0;
            int unreachable = 0;
            for (Sheet sheet : missing) {
                List<String> recipients = addresses.getOrDefault(sheet.organization(), List.of());
                for (String recipient : recipients) {
                    boolean isNew = notices.send(
                            mail(campaign, sheet, occasion, recipient, bodies.get(sheet.organization()), centre));
                    mails += isNew ? 1 : 0;
                }
                unreachable += recipients.isEmpty() ? 1 : 0;
                rounds.reminded(round, sheet.organization(), recipients);
            }
            var sums = new ReminderRound.Sums(missing.size() - unreachable, mails, unreachable);
            rounds.finish(round, sums);
            return sums;
        });
    }

    private Mail mail(
            Campaign campaign,
            Sheet sheet,
            String occasion,
            String recipient,
            @org.jspecify.annotations.Nullable Organization body,
            Centre centre) {
        boolean opening = occasion.equals(ReminderRound.OPENING);
        String lastDay = Italian.date(sheet.lastDay(campaign));
        String text = Messages.text(
                opening ? "campaigns.mail.opening" : "campaigns.mail.reminder",
                body == null ? "" : body.fullName(),
                campaign.title(),
                Integer.toString(campaign.year()),
                lastDay);
        String own = campaign.details().text().strip();
        return new Mail(
                "campaign/" + campaign.id() + "/" + occasion + "/" + sheet.organization() + "/" + recipient,
                recipient,
                Messages.text(
                        opening ? "campaigns.mail.opening.subject" : "campaigns.mail.reminder.subject",
                        campaign.title(),
                        lastDay),
                String.join(
                        "\n\n",
                        own.isEmpty()
                                ? List.of(text, Messages.text("campaigns.mail.where", hosts(centre)), signature(centre))
                                : List.of(
                                        text,
                                        own,
                                        Messages.text("campaigns.mail.where", hosts(centre)),
                                        signature(centre))),
                List.of());
    }

    private String hosts(Centre centre) {
        return centres.hosts(centre).stream().findFirst().orElse("");
    }

    private static String signature(Centre centre) {
        return java.util.stream.Stream.of(centre.name(), centre.phone(), centre.email())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
