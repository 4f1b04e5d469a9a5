// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import java.time.Instant;

/**
 * An act as it was recorded.
 *
 * @param summary in Italian, what was recorded
 * @param recordedBy user name
 */
record Transition(
        long id, AccessionId accession, AccessionActKind act, String summary, String recordedBy, Instant recordedAt) {}
