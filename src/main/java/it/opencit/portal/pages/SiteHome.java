// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a centre's site.
 *
 * @param blocks names of those to show, in their order
 * @param map address of the map of the members, or {@code null} where no boundaries are known
 */
public record SiteHome(
        Shell shell,
        List<String> blocks,
        List<SiteCard> highlights,
        List<SiteCard> news,
        List<SiteCard> events,
        List<Count> counts,
        @Nullable String map) {

    /** A number of the centre and what it counts; {@code address} leads to what is counted, "" for nowhere. */
    public record Count(String number, String label, String address) {}
}
