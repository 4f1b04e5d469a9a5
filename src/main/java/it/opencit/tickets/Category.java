// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tickets are sorted by; a tree.
 *
 * @param parent code of the one above; {@code null} at the top
 * @param hint what it is for, shown where it is chosen
 * @param asks what its form asks besides title and description
 * @param retired whether it is no longer offered
 * @param citizens whether who has no account may choose it too
 */
record Category(
        long id,
        String code,
        @Nullable String parent,
        String title,
        String hint,
        Set<Ask> asks,
        boolean retired,
        boolean citizens,
        int version) {

    /** What a form may ask. */
    enum Ask {
        TYPE("Tipo (richiesta o guasto)"),
        URGENCY("Urgenza"),
        SERVICE("Servizio"),
        PROTOCOL("Protocollo");

        private final String label;

        Ask(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Category {
        asks = Set.copyOf(asks);
    }

    boolean asks(Ask ask) {
        return asks.contains(ask);
    }
}
