// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a body stands with a service today, for who helps it.
 *
 * @param code of the offering
 * @param service its title
 * @param memberSince first day of its conventions without a gap; {@code null} for who is no member today
 * @param stage of its subscription; {@code null} where it has none that runs or waits
 * @param tone of the badge of the stage, as Bootstrap names it; "" without one
 * @param inUseSince {@code null} until it is in use
 * @param coverage whether the quota covers it, Italian; "" for what is not in use
 * @param costs a sentence for each price, what it pays or would pay; none where the quota covers it
 * @param allowances what the quota includes and what is left of it, a sentence for each thing that is counted
 * @param obstacle why it may not ask for it, Italian; "" where it may, or has it
 * @param address of the page of the subscription; of the sheet, with the cost, where there is none
 */
public record ServiceStanding(
        String code,
        String service,
        @Nullable LocalDate memberSince,
        @Nullable SubscriptionStage stage,
        String tone,
        @Nullable LocalDate inUseSince,
        String coverage,
        List<String> costs,
        List<String> allowances,
        String obstacle,
        String address) {}
