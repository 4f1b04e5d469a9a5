// SPDX-License-Identifier: EUPL-1.2
/**
 * Campaigns: once a year every body confirms, gives up or asks for services. In the UI: Campagne.
 */
@ApplicationModule(
        displayName = "Campagne",
        allowedDependencies = {
            "shared",
            "centres",
            "access",
            "notices",
            "organizations",
            "documents",
            "tariffs",
            "agreements",
            "catalogue",
            "subscriptions"
        })
@NullMarked
package it.opencit.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
