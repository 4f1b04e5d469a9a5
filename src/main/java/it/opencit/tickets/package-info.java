// SPDX-License-Identifier: EUPL-1.2
/**
 * Tickets: a body asks for help, the office answers within times that anybody can count again.
 *
 * <p>Other modules use {@link it.opencit.tickets.Tickets} and its values. In the UI: Assistenza.
 */
@ApplicationModule(
        displayName = "Assistenza",
        allowedDependencies = {
            "shared",
            "centres",
            "access",
            "notices",
            "organizations",
            "documents",
            "catalogue",
            "subscriptions"
        })
@NullMarked
package it.opencit.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
