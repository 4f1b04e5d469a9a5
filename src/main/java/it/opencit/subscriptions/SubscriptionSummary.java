// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.OrganizationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in short.
 *
 * @param code of the offering
 * @param title of the offering
 * @param variant "" when there is none
 * @param from first day of use; {@code null} until it is activated
 * @param to last day of use; {@code null} until somebody gives it up
 * @param lastYear the latest year with a fee term; {@code null} without any
 * @param quantities that hold today, by key; before the activation, those asked
 * @param version counts the changes, so that two people do not undo each other's
 */
public record SubscriptionSummary(
        SubscriptionId id,
        OfferingId offering,
        String code,
        String title,
        OrganizationId organization,
        String variant,
        SubscriptionStage stage,
        LocalDate requestedOn,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer lastYear,
        Map<String, BigDecimal> quantities,
        Contact contact,
        @Nullable SupplierId partner,
        int version) {}
