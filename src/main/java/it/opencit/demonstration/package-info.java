// SPDX-License-Identifier: EUPL-1.2
/**
 * Demonstration: at the first start it founds the eight centres of the kits with real bodies and invented persons and
 * acts, through the façades that everybody uses. Stands above all modules; none knows of it.
 */
@ApplicationModule(displayName = "Dimostrazione")
@NullMarked
package it.opencit.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
