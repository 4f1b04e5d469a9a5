// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published content as lists show it: its texts have no body.
 *
 * @param picture of the library; {@code null} for none
 */
record Teaser(
        ContentId id,
        ContentKind kind,
        @Nullable Section section,
        String slug,
        Instant publishedAt,
        Instant changedAt,
        ContentText italian,
        ContentText english,
        @Nullable Long picture,
        EventDetails event,
        ProjectDetails project) {

    String address() {
        return Content.address(kind, section, slug);
    }

    /** In a language if it was translated, else in Italian. */
    ContentText in(Language language) {
        return language == Language.ENGLISH && !english.isEmpty() ? english : italian;
    }

    /** In what {@link #in} is written. */
    Language written(Language language) {
        return english.isEmpty() ? Language.ITALIAN : language;
    }
}
