// SPDX-License-Identifier: EUPL-1.2
/**
 * Documents: the files that acts leave behind, kept by what they contain, and the printed pages that are archived.
 *
 * <p>Other modules use {@link it.opencit.documents.Documents} and {@link it.opencit.documents.PdfA}. In the UI: documenti.
 */
@ApplicationModule(
        displayName = "Documenti",
        allowedDependencies = {"shared", "centres", "access"})
@NullMarked
package it.opencit.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
