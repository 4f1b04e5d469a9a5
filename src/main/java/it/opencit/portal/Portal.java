// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of the portal: to publish something. */
@Service
public class Portal {

    private final Contents contents;
    private final ContentStore store;

    Portal(Contents contents, ContentStore store) {
        this.contents = contents;
        this.store = store;
    }

    /**
     * A content to publish.
     *
     * @param section of a page; {@code null} for anything else
     * @param slug last part of its address
     * @param weight place within its section, the smallest first
     * @param english {@link ContentText#NONE} when there is no translation
     */
    public record ToPublish(
            ContentKind kind,
            @Nullable Section section,
            String slug,
            int weight,
            ContentText italian,
            ContentText english,
            EventDetails event,
            ProjectDetails project) {

        /** A text alone. */
        public static ToPublish of(
                ContentKind kind, @Nullable Section section, String slug, int weight, ContentText italian) {
            return new ToPublish(
                    kind, section, slug, weight, italian, ContentText.NONE, EventDetails.NONE, ProjectDetails.NONE);
        }

        /** With its translation. */
        public ToPublish in(ContentText english) {
            return new ToPublish(kind, section, slug, weight, italian, english, event, project);
        }

        /** With when and where it is. */
        public ToPublish at(EventDetails event) {
            return new ToPublish(kind, section, slug, weight, italian, english, event, project);
        }

        /** With how far it has come. */
        public ToPublish at(ProjectDetails project) {
            return new ToPublish(kind, section, slug, weight, italian, english, event, project);
        }
    }

    /**
     * Publishes a content.
     *
     * @param author name of who wrote it
     * @param at since when the public reads it
     * @throws it.opencit.shared.Refusal for an address that is taken, or a text that lacks something
     */
    @Transactional
    public void publish(ToPublish content, String author, Instant at) {
        ContentId id = contents.add(
                content.kind(),
                content.section(),
                content.slug(),
                content.weight(),
                new ContentDraft(
                        content.italian(), content.english(), null, content.event(), content.project(), List.of()),
                author);
        store.publish(id, at);
    }
}
