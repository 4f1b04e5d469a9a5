// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a body in a campaign.
 *
 * @param openedBy the first person of the body who opened it; {@code null} while nobody has
 * @param openUntil the term granted to this body; {@code null} for the deadline of the campaign
 * @param file the sheet that was sent, as PDF/A
 * @param settledAt when its figures and contacts were passed on; {@code null} before
 */
record Sheet(
        SheetId id,
        CampaignId campaign,
        OrganizationId organization,
        SheetState state,
        String notes,
        @Nullable Instant openedAt,
        @Nullable String openedBy,
        @Nullable LocalDate openUntil,
        @Nullable FileId file,
        @Nullable Instant settledAt,
        int version) {

    Sheet in(SheetState next) {
        return new Sheet(
                id, campaign, organization, next, notes, openedAt, openedBy, openUntil, file, settledAt, version);
    }

    Sheet readAt(int seen) {
        return new Sheet(
                id, campaign, organization, state, notes, openedAt, openedBy, openUntil, file, settledAt, seen);
    }

    Sheet withNotes(String typed) {
        return new Sheet(
                id, campaign, organization, state, typed, openedAt, openedBy, openUntil, file, settledAt, version);
    }

    Sheet withFile(FileId printed) {
        return new Sheet(
                id, campaign, organization, state, notes, openedAt, openedBy, openUntil, printed, settledAt, version);
    }

    Sheet until(@Nullable LocalDate lastDay) {
        return new Sheet(
                id, campaign, organization, state, notes, openedAt, openedBy, lastDay, file, settledAt, version);
    }

    /** The last day on which the body can send it. */
    LocalDate lastDay(Campaign campaign) {
        LocalDate deadline = campaign.details().closesOn();
        return openUntil != null && openUntil.isAfter(deadline) ? openUntil : deadline;
    }

    /** Whether the body can write on it today. */
    boolean isWritable(Campaign campaign, LocalDate today) {
        return campaign.stage() == CampaignStage.OPEN
                && state.stage() != SheetStage.ANSWERED
                && !today.isBefore(campaign.details().opensOn())
                && !today.isAfter(lastDay(campaign));
    }
}
