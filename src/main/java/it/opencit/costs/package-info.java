// SPDX-License-Identifier: EUPL-1.2
/**
 * Costs: what the centre spends by kind and offering, and how far its income covers it. In the UI: Sostenibilità.
 */
@ApplicationModule(
        displayName = "Costi e sostenibilità",
        allowedDependencies = {
            "shared",
            "centres",
            "access",
            "notices",
            "organizations",
            "documents",
            "catalogue",
            "subscriptions",
            "treasury",
            "receipts"
        })
@NullMarked
package it.opencit.costs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
