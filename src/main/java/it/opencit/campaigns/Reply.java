// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.shared.ProtocolNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a body: who gave it, when, how.
 *
 * @param by name of the person who answered for the body
 * @param on day of the answer; for paper and PEC that of the document
 * @param protocol of the register of the centre, where there is one
 * @param protocolDate with {@code protocol}
 */
record Reply(
        Instant at,
        String by,
        LocalDate on,
        Channel channel,
        @Nullable ProtocolNumber protocol,
        @Nullable LocalDate protocolDate) {}
