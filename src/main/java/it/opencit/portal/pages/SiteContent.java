// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content with all it says.
 *
 * @param language of the text, when it is not the page's own; {@code null} otherwise
 * @param picture beside the text, {@code null} for none
 * @param body HTML made from Markdown
 * @param progress of a project, per cent; {@code null} when not said
 * @param acts what the reader can do: enrol, put the event in a calendar
 */
public record SiteContent(
        Shell shell,
        @Nullable String language,
        @Nullable ShownPicture picture,
        String summary,
        String body,
        List<Fact> facts,
        @Nullable Integer progress,
        List<Shell.Link> acts,
        List<Shell.Link> attachments,
        String changed) {

    /** A label and its value. */
    public record Fact(String label, String value) {}
}
