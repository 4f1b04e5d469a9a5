// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A form that somebody of a body is filling.
 *
 * @param typed every field as typed
 */
record Draft(Map<String, List<String>> typed, String savedBy, Instant savedAt) {}
