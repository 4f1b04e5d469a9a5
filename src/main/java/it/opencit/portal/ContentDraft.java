// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.documents.FileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a content says.
 *
 * @param english {@link ContentText#NONE} when there is no translation
 * @param picture of the library; {@code null} for none
 */
record ContentDraft(
        ContentText italian,
        ContentText english,
        @Nullable Long picture,
        EventDetails event,
        ProjectDetails project,
        List<Attached> attachments) {

    ContentDraft {
        attachments = List.copyOf(attachments);
    }

    /** A text alone, as most pages are. */
    static ContentDraft of(String title, String summary, String body) {
        return new ContentDraft(
                new ContentText(title, summary, body),
                ContentText.NONE,
                null,
                EventDetails.NONE,
                ProjectDetails.NONE,
                List.of());
    }

    /** A file that goes with the text. */
    record Attached(FileId file, String title) {}

    ContentDraft with(EventDetails event) {
        return new ContentDraft(italian, english, picture, event, project, attachments);
    }

    ContentDraft with(ProjectDetails project) {
        return new ContentDraft(italian, english, picture, event, project, attachments);
    }

    ContentDraft translated(ContentText english) {
        return new ContentDraft(italian, english, picture, event, project, attachments);
    }
}
