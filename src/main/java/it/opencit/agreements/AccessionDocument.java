// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.documents.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to an accession.
 *
 * @param transition the act it came with, where it came with one
 */
record AccessionDocument(
        AccessionId accession,
        FileId file,
        DocumentRole role,
        @Nullable Long transition) {}
