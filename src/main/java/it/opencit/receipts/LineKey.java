// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;

/** A line within a year: what is owed, and who pays it. */
record LineKey(String key, OrganizationId payer) implements Comparable<LineKey> {

    @Override
    public int compareTo(LineKey other) {
        int byKey = key.compareTo(other.key);
        return byKey != 0 ? byKey : payer.compareTo(other.payer);
    }
}
