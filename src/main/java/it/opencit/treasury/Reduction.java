// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import java.time.Instant;

/** An amount taken away from an accertamento by an act, such as the yearly review of residuals (TUEL, art. 228, c. 3). */
record Reduction(Euro amount, Act act, String reason, String recordedBy, Instant recordedAt) {}
