// SPDX-License-Identifier: EUPL-1.2
/**
 * Agreements: the schemes of convention a centre offers and the bodies that join them, from the first resolution to the
 * end; and who pays for whom.
 *
 * <p>Other modules use {@link it.opencit.agreements.Agreements}, the identifiers and {@link
 * it.opencit.agreements.PayerShares}. In the UI: convenzioni.
 */
@ApplicationModule(
        displayName = "Convenzioni",
        allowedDependencies = {"shared", "centres", "access", "organizations", "documents", "tariffs"})
@NullMarked
package it.opencit.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
