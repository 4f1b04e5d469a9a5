// SPDX-License-Identifier: EUPL-1.2
/**
 * Receipts: what each member owes in a year, to whom it is charged, and why.
 *
 * <p>Other modules use {@link it.opencit.receipts.MembershipDues}. In the UI: Entrate.
 */
@ApplicationModule(
        displayName = "Entrate",
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
            "treasury"
        })
@NullMarked
package it.opencit.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
