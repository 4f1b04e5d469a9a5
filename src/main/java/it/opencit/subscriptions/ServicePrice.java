// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.ChargeKind;
import it.opencit.tariffs.Tariff;
import org.jspecify.annotations.Nullable;

/**
 * A price of a service on a day.
 *
 * @param variant "" when it holds for every variant
 * @param tariff that rules it; {@code null} when none does
 * @param quoted whether nobody knows the amount before the centre quotes it
 */
public record ServicePrice(
        ChargeKind kind, String variant, @Nullable Tariff tariff, boolean quoted) {}
