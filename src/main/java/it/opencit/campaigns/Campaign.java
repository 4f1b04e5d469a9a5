// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A campaign of the centre.
 *
 * @param closedAt when its closing began; {@code null} before
 * @param closedBy user name
 * @param version of what is written, to notice that somebody else changed it meanwhile
 */
public record Campaign(
        CampaignId id,
        CampaignDetails details,
        CampaignStage stage,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        int version) {

    public String title() {
        return details.title();
    }

    public int year() {
        return details.year();
    }

    /** Days until the deadline; negative once it has passed. */
    long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, details.closesOn());
    }

    /** Whether bodies have their sheets. */
    boolean hasSheets() {
        return stage == CampaignStage.OPEN || stage == CampaignStage.CLOSING || stage == CampaignStage.CLOSED;
    }
}
