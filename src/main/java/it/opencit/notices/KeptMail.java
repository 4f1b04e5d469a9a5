// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is kept.
 *
 * @param attempts how many times the server was asked to take it
 * @param lastError what the server said last; "" when nothing went wrong
 * @param createdBy user name
 */
record KeptMail(
        long id,
        Mail mail,
        MailState state,
        int attempts,
        String lastError,
        String createdBy,
        Instant createdAt,
        @Nullable Instant sentAt) {}
