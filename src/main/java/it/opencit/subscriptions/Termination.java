// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body gives a service up.
 *
 * @param requestedOn the day it asked
 * @param protocol of the request; {@code null} until the register gives it
 * @param lastDay of use that it asks
 */
public record Termination(LocalDate requestedOn, @Nullable Protocol protocol, LocalDate lastDay, String reason) {}
