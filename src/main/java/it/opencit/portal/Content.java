// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page, a piece of news, an event or a project: what it is and how far its latest version has come.
 *
 * @param section {@code null} for what is no page
 * @param slug last part of its address
 * @param latest number of the latest version
 * @param published number of the version that the public reads; {@code null} when it reads none
 * @param publishedAt when it was first published
 * @param scheduledAt when the latest version is going to be published; {@code null} when nobody said
 * @param title of the version that the public reads, or of the latest
 * @param weight place within its section, the smallest first
 * @param version for optimistic locking
 */
record Content(
        ContentId id,
        ContentKind kind,
        @Nullable Section section,
        String slug,
        ContentState state,
        int latest,
        @Nullable Integer published,
        @Nullable Instant publishedAt,
        @Nullable Instant scheduledAt,
        String title,
        int weight,
        int version) {

    /** Where the public reads it, once it is published. */
    String address() {
        return address(kind, section, slug);
    }

    /** The same as somebody wants it, who read it at a version. */
    Content edited(@Nullable Section section, String slug, int weight, int version) {
        return new Content(
                id, kind, section, slug, state, latest, published, publishedAt, scheduledAt, title, weight, version);
    }

    static String address(ContentKind kind, @Nullable Section section, String slug) {
        return (section == null ? kind.address() : section.address()) + "/" + slug;
    }
}
