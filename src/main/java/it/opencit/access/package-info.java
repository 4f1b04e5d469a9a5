// SPDX-License-Identifier: EUPL-1.2
/**
 * Access: who the persons are, which roles they hold at which centre and body, and what each page and endpoint demands.
 *
 * <p>Other modules use {@link it.opencit.access.SignedIn}, {@link it.opencit.access.Persons} and {@link
 * it.opencit.access.HomePanel}. In the UI: Accessi.
 */
@ApplicationModule(
        displayName = "Accessi",
        allowedDependencies = {"shared", "centres"})
@NullMarked
package it.opencit.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
