// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.catalogue.Offering;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.tariffs.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet asks about a service.
 *
 * @param service in use; {@code null} for one that the body does not use
 * @param line where it is kept; {@code null} when nothing is said of it yet
 * @param quantities that can be asked for more of
 * @param variants to choose among
 */
record Question(
        Offering offering,
        @Nullable SubscriptionSummary service,
        @Nullable Line line,
        List<Quantity> quantities,
        List<String> variants) {

    boolean isInUse() {
        return service != null;
    }

    /** What can be answered. */
    List<LineAnswer> answers() {
        if (!isInUse()) {
            return List.of(LineAnswer.INTERESTED, LineAnswer.NOT_INTERESTED);
        }
        return quantities.isEmpty()
                ? List.of(LineAnswer.RENEW, LineAnswer.GIVE_UP)
                : List.of(LineAnswer.RENEW, LineAnswer.GIVE_UP, LineAnswer.MORE);
    }

    /** Name of the field of the answer; those beside it begin with other words. */
    String field() {
        return "answer-" + offering.id();
    }

    String variantField() {
        return "variant-" + offering.id();
    }

    String noteField() {
        return "note-" + offering.id();
    }

    String quantityField(String key) {
        return "quantity-" + offering.id() + "-" + key;
    }
}
