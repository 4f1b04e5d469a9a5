// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has joined.
 *
 * @param map address of the map, or {@code null} where no boundaries are known
 * @param residents in all, already written
 */
public record SiteMembers(
        Shell shell,
        String count,
        String residents,
        List<Group> groups,
        @Nullable String map) {

    /** Members of a kind. */
    public record Group(String kind, List<Line> members) {}

    /** A member. */
    public record Line(String name, String residents, String since, String website) {}
}
