// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.documents.Upload;

/** A file that arrives with an act, and what it is to the accession. */
record Attached(DocumentRole role, Upload file) {}
