// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationId;
import java.util.Set;

/** Knows which bodies of the current centre are its members; the module of conventions provides it as a bean. */
public interface MemberSource {

    /** The bodies with an accession in force on some day of a year. */
    Set<OrganizationId> membersIn(int year);
}
