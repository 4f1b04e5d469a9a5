// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tariff as a centre keeps it: a draft that can be edited, or a version in force that can only be followed by another.
 *
 * @param derivedFrom code of the tariff it was made from; {@code null} when it was written anew
 * @param version for optimistic locking
 */
public record TariffVersion(
        long id,
        Tariff tariff,
        State state,
        @Nullable String derivedFrom,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        int version) {

    /** Where a version stands. A draft becomes in force by an act; nothing leads back. */
    public enum State {
        DRAFT("bozza"),
        IN_FORCE("in vigore");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As pages write it. */
        public String label() {
            return label;
        }
    }

    boolean isDraft() {
        return state == State.DRAFT;
    }
}
