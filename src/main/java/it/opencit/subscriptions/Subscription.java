// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body uses, or asks to use, a service.
 *
 * @param variant "" when the offering has none
 * @param requestedOn the day of the first request
 * @param partner technology partner of the body for this service
 * @param version counts the changes, so that two people do not undo each other's
 */
record Subscription(
        SubscriptionId id,
        OfferingId offering,
        OrganizationId organization,
        String variant,
        SubscriptionState state,
        LocalDate requestedOn,
        @Nullable SupplierId partner,
        Contact contact,
        String notes,
        int version) {

    Subscription in(SubscriptionState next, int seenVersion) {
        return new Subscription(
                id, offering, organization, variant, next, requestedOn, partner, contact, notes, seenVersion);
    }

    Subscription with(@Nullable SupplierId newPartner, Contact newContact, String newNotes, int seenVersion) {
        return new Subscription(
                id, offering, organization, variant, state, requestedOn, newPartner, newContact, newNotes, seenVersion);
    }
}
