// SPDX-License-Identifier: EUPL-1.2
/** The bodies a centre serves: codes, dated figures, people, memberships, imports. */
@ApplicationModule(
        displayName = "Enti",
        allowedDependencies = {"shared", "centres", "access"})
@NullMarked
package it.opencit.organizations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
