// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import java.time.LocalDate;

/**
 * A fee term with what a charge needs of its subscription.
 *
 * @param firstDay of use
 */
record StoredTerm(
        SubscriptionId subscription,
        OfferingId offering,
        OrganizationId organization,
        String variant,
        LocalDate firstDay,
        FeeTerm term) {}
