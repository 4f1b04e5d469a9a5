// SPDX-License-Identifier: EUPL-1.2
/**
 * Tariffs: what a body owes and why. A tariff is data, a tree of a small sealed family; it evaluates as a pure function
 * of a body's figures, its kind, the year and the quantities.
 *
 * <p>Start from {@link it.opencit.tariffs.Calculator}; {@link it.opencit.tariffs.TariffJson} reads and writes tariffs,
 * {@link it.opencit.tariffs.TariffCheck} says what is wrong with one, {@link it.opencit.tariffs.Kits} holds those shipped.
 * In the UI: tariffe.
 */
@ApplicationModule(
        displayName = "Tariffe",
        allowedDependencies = {"shared", "centres", "access", "organizations"})
@NullMarked
package it.opencit.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
