// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content in a list.
 *
 * @param kind what it is, above the title; "" where the list says it
 * @param language of the title, when it is not the page's own; {@code null} otherwise
 * @param summaryLanguage as {@code language}, of the summary
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
        @Nullable String summaryLanguage,
        List<String> facts,
        @Nullable Integer progress,
        @Nullable ShownPicture picture) {

    /** Without a picture, title and summary in one language. */
    public SiteCard(
            String kind,
            String title,
            String summary,
            String address,
            @Nullable String language,
            List<String> facts,
            @Nullable Integer progress) {
        this(kind, title, summary, address, language, language, facts, progress, null);
    }
}
