// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.util.List;

/**
 * What a module adds to the timeline of a body. Modules declare theirs as beans; they are called inside a transaction.
 */
public interface TimelineSource {

    /** Entries in any order; none when there is nothing to tell. */
    List<TimelineEntry> of(OrganizationId organization);
}
