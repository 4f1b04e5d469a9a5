// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member leaves before the end.
 *
 * @param lastDay of membership
 * @param reason as the body gives it
 * @param act that decides it, where there is one
 */
record Withdrawal(
        LocalDate lastDay, String reason, @Nullable String act) {}
