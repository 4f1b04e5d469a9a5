// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of contents.
 *
 * @param lead what the list is, above it; "" for none
 * @param empty what to say when there is nothing
 * @param earlier more, of an earlier time, under a heading of their own; empty for none
 * @param earlierTitle their heading
 * @param next address of the contents that follow; {@code null} for none
 * @param feeds how to be told of what is new
 */
public record SiteList(
        Shell shell,
        String lead,
        List<SiteCard> cards,
        String empty,
        List<SiteCard> earlier,
        String earlierTitle,
        @Nullable String next,
        List<Shell.Link> feeds) {}
