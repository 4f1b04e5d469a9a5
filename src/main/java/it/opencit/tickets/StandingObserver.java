// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.util.Set;

/**
 * Who always follows the new tickets of a body.
 *
 * @param observer a person, or whoever holds a role; its address is looked up when it is told something
 * @param categories identifiers of those it follows, with those below them; all when empty
 * @param since it follows tickets opened from then on
 * @param namedBy name of who decided it
 */
record StandingObserver(long id, Observer observer, Set<Long> categories, Instant since, String namedBy) {

    StandingObserver {
        categories = Set.copyOf(categories);
    }
}
