// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a subscription charges in a year, before any amount.
 *
 * @param title of the offering
 * @param code of the offering
 * @param beneficiary who uses it
 * @param payers the other bodies that pay in that year; empty when the beneficiary pays by itself
 * @param variant of the subscription, "" for none
 * @param tariffCode that says the amount
 * @param term the fee period within the year; for consumption the days of use within it
 * @param quantities by key of the tariff: of a dated quantity the highest of the year, because a unit opened is owed for the
 *     calendar year; of what is consumed the sum of the year; with {@code yearOfUse}, {@code monthsOfUse} and
 *     {@code monthsBefore}
 */
public record Charge(
        SubscriptionId subscription,
        OfferingId offering,
        String title,
        String code,
        OrganizationId beneficiary,
        List<PayerShare> payers,
        ChargeKind kind,
        String variant,
        String tariffCode,
        Period term,
        Map<String, BigDecimal> quantities) {

    public Charge {
        payers = List.copyOf(payers);
        quantities = Map.copyOf(quantities);
    }
}
