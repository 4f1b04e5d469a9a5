// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

/** Tells a part of what is owed in a year. Called inside a transaction. */
interface ClaimSource {

    /** Adds what is owed, line by line, and what cannot be computed. */
    void collect(int year, ClaimBook book);
}
