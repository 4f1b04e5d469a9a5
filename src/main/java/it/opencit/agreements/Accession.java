// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * A body joins a scheme.
 *
 * @param renews the accession that this one follows
 * @param version counts the changes, so that two people do not undo each other's
 */
record Accession(
        AccessionId id,
        SchemeId scheme,
        OrganizationId organization,
        @Nullable AccessionId renews,
        AccessionState state,
        String notes,
        int version) {

    Accession in(AccessionState next) {
        return new Accession(id, scheme, organization, renews, next, notes, version);
    }

    Accession withNotes(String text, int seenVersion) {
        return new Accession(id, scheme, organization, renews, state, text, seenVersion);
    }
}
