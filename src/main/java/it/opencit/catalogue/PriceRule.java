// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Period;

/**
 * Which tariff says what is owed for a service, and when.
 *
 * @param variant such as {@code Regione Lombardia}; "" holds for every variant that has no rule of its own
 * @param tariffCode such as {@code brescia-2015-2020/pec}
 */
public record PriceRule(ChargeKind kind, String variant, String tariffCode, Period validity) {

    /** Whether both would give the price of the same thing on the same day. */
    boolean clashesWith(PriceRule other) {
        return kind == other.kind && variant.equals(other.variant) && validity.overlaps(other.validity);
    }
}
