// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.catalogue.OfferingId;
import it.opencit.shared.Euro;
import org.jspecify.annotations.Nullable;

/**
 * What the centre spends in a year for one thing.
 *
 * @param offering the service it is spent for; {@code null} when it is of the whole centre
 * @param amount more than zero
 * @param act the act, invoice or account it comes from; "" when not stated
 */
public record Cost(
        int year, CostKind kind, @Nullable OfferingId offering, String description, Euro amount, String act) {}
