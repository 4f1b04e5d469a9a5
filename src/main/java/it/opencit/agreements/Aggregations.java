// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationKind;

/** The kinds of body that may join, and pay, for their members. */
final class Aggregations {

    private Aggregations() {}

    static boolean include(OrganizationKind kind) {
        return kind == OrganizationKind.UNIONE || kind == OrganizationKind.COMUNITA_MONTANA;
    }
}
