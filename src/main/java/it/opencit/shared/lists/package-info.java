// SPDX-License-Identifier: EUPL-1.2
/** One list for all: columns, filters in the address, sort, paging by key, CSV and XLSX of all rows. */
@NullMarked
package it.opencit.shared.lists;

import org.jspecify.annotations.NullMarked;
