// SPDX-License-Identifier: EUPL-1.2
/**
 * Subscriptions: which body uses which offering, from the request to the termination; quantities and consumption. In the UI: Servizi erogati.
 */
@ApplicationModule(
        displayName = "Servizi erogati",
        allowedDependencies = {
            "shared",
            "centres",
            "access",
            "notices",
            "organizations",
            "documents",
            "tariffs",
            "agreements",
            "catalogue"
        })
@NullMarked
package it.opencit.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
