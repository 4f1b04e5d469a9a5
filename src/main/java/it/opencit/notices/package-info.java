// SPDX-License-Identifier: EUPL-1.2
/**
 * Notices: e-mails that the centre sends, kept until they leave and afterwards. In the UI: Avvisi.
 */
@ApplicationModule(
        displayName = "Avvisi",
        allowedDependencies = {"shared", "centres", "access", "documents"})
@NullMarked
package it.opencit.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
