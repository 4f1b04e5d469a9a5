// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/**
 * How satisfied the requester of a ticket is.
 *
 * @param score from 1, not at all, to 5, very
 * @param text what was written beside it; "" for nothing
 * @param author user name of who gave it in its area; "" when it came by the link of a mail
 */
record Opinion(int score, String text, Instant given, Instant changed, String author) {

    static final int LOWEST = 1;
    static final int HIGHEST = 5;

    /** {@code 4 su 5}. */
    String shown() {
        return score + " su " + HIGHEST;
    }
}
