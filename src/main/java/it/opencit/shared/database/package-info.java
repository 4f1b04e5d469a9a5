// SPDX-License-Identifier: EUPL-1.2
/** The database: its server, its two roles, and the transaction that knows for which centre and for whom it runs. */
@NullMarked
package it.opencit.shared.database;

import org.jspecify.annotations.NullMarked;
