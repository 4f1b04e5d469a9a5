// SPDX-License-Identifier: EUPL-1.2
/**
 * The trail: what the audit trigger recorded, to be read, and the chain of seals that shows whether it was touched. In the
 * UI: registro delle modifiche.
 */
@ApplicationModule(
        displayName = "Registro",
        allowedDependencies = {"shared", "centres", "access"})
@NullMarked
package it.opencit.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
