// SPDX-License-Identifier: EUPL-1.2
/**
 * Treasury: what was assessed, what the treasurer cashed, what was allocated to what. In the UI: Tesoreria.
 */
@ApplicationModule(
        displayName = "Tesoreria",
        allowedDependencies = {"shared", "centres", "access", "notices", "organizations", "documents"})
@NullMarked
package it.opencit.treasury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
