// SPDX-License-Identifier: EUPL-1.2
/**
 * The public site of a centre and its editing: pages, news, events, projects, the catalogue as visitors read it, questions,
 * open data. In the UI: Portale.
 *
 * <p>No other module uses it.
 */
@ApplicationModule(
        displayName = "Portale",
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
            "subscriptions",
            "tickets"
        })
@NullMarked
package it.opencit.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
