// SPDX-License-Identifier: EUPL-1.2
/**
 * Catalogue: what the centre offers, at which tariff, to whom; suppliers and their contracts. In the UI: Catalogo.
 */
@ApplicationModule(
        displayName = "Catalogo",
        allowedDependencies = {"shared", "centres", "access", "notices", "organizations", "documents", "tariffs"})
@NullMarked
package it.opencit.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
