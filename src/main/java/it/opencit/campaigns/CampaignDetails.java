// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What is written of a campaign.
 *
 * @param year the calendar year it plans for
 * @param opensOn first day on which bodies can answer
 * @param closesOn the deadline: last day on which they can
 * @param text to the bodies, Italian
 * @param reminderDays how many days before the deadline who has not answered is reminded, the farthest first
 * @param announced whether each body gets a mail on the day it opens
 * @param withOthers whether sheets also show the services that the body does not use
 * @param membersOnly otherwise every body of the kinds
 * @param kinds of body; empty means all
 * @param figures codes of the figures to confirm, such as {@code WORKSTATIONS}
 */
public record CampaignDetails(
        String title,
        CampaignKind kind,
        int year,
        LocalDate opensOn,
        LocalDate closesOn,
        String text,
        List<Integer> reminderDays,
        boolean announced,
        boolean withOthers,
        boolean membersOnly,
        Set<OrganizationKind> kinds,
        List<String> figures) {

    /** @throws Refusal when it contradicts itself, naming the field */
    public CampaignDetails {
        reminderDays = reminderDays.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        kinds = Set.copyOf(kinds);
        figures = figures.stream().distinct().toList();
        if (title.isBlank()) {
            throw Refusal.inField("title", "campaigns.campaign.title");
        }
        if (closesOn.isBefore(opensOn)) {
            throw Refusal.inField("closesOn", "campaigns.campaign.closes-before-opening", Italian.date(opensOn));
        }
        if (year < closesOn.getYear() || year > closesOn.getYear() + 5) {
            throw Refusal.inField("year", "campaigns.campaign.year", Integer.toString(closesOn.getYear()));
        }
        long days = ChronoUnit.DAYS.between(opensOn, closesOn);
        for (int before : reminderDays) {
            if (before < 0 || before > days) {
                throw Refusal.inField("reminderDays", "campaigns.campaign.reminder-days", before, days);
            }
        }
    }
}
