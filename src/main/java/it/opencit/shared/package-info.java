// SPDX-License-Identifier: EUPL-1.2
/**
 * Shared: values that cannot be wrong, refusals, lists, forms, exports and the page frame that every capability uses.
 *
 * <p>Knows nothing of the capabilities. Everything public here may be used by all of them.
 */
@ApplicationModule(
        displayName = "Comune a tutti",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package it.opencit.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
