// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * An API request that counts once, and what was answered to it.
 *
 * @param digest SHA-256 of what was asked
 */
record RepeatedRequest(
        long id,
        String digest,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String location,
        byte @Nullable [] answer) {}
