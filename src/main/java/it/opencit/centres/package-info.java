// SPDX-License-Identifier: EUPL-1.2
/**
 * Centres: the territorial service centre is the tenant. It is chosen by host name; it has its name, colours, logo,
 * contacts, office hours and legal texts.
 *
 * <p>Other modules use {@link it.opencit.centres.Centres}. In the UI: Centro.
 */
@ApplicationModule(
        displayName = "Centro",
        allowedDependencies = {"shared"})
@NullMarked
package it.opencit.centres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
