// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content in a list.
 *
 * @param kind what it is, above the title; "" where the list says it
 * @param language of title and summary, when it is not the page's own; {@code null} otherwise
 * @param facts short: a date, a place, a state
 * @param progress of a project, per cent; {@code null} when not said
 * @param picture {@code null} for none
 */
public record SiteCard(
        String kind,
        String title,
        String summary,
        String address,
        @Nullable String language,
        List<String> facts,
        @Nullable Integer progress,
        @Nullable ShownPicture picture) {

    /** Without a picture. */
    public SiteCard(
            String kind,
            String title,
            String summary,
            String address,
            @Nullable String language,
            List<String> facts,
            @Nullable Integer progress) {
        this(kind, title, summary, address, language, facts, progress, null);
    }
}
