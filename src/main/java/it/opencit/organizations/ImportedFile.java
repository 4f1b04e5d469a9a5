// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.util.List;

/** All that was read in a file: rows that can be compared with what is stored, and rows that cannot be taken. */
record ImportedFile(List<ImportedBody> bodies, List<RefusedRow> refused) {}
