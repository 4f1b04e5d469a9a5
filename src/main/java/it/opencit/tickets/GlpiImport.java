// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An export of GLPI that was uploaded.
 *
 * @param bodies entity of GLPI and number of the body that it is; an entity without one is not imported
 * @param categories category of GLPI and code of ours
 * @param started {@code null} while it is only looked at
 * @param starter user name of who started it, who gets the open tickets of those who do not sign in here
 * @param nextLine up to which the rows are worked
 * @param known rows that were imported before
 * @param refused rows with a problem
 * @param passedOver rows of entities without a body
 */
record GlpiImport(
        long id,
        String fileName,
        Instant uploaded,
        String uploadedBy,
        Map<String, Long> bodies,
        Map<String, String> categories,
        @Nullable Instant started,
        @Nullable String starter,
        @Nullable String starterName,
        @Nullable Instant finished,
        int nextLine,
        int made,
        int known,
        int refused,
        int passedOver) {

    GlpiImport {
        bodies = Map.copyOf(bodies);
        categories = Map.copyOf(categories);
    }
}
