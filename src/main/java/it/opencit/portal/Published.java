// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A content as the public reads it. */
record Published(
        ContentId id,
        ContentKind kind,
        @Nullable Section section,
        String slug,
        Instant publishedAt,
        Instant changedAt,
        ContentDraft said) {

    String address() {
        return Content.address(kind, section, slug);
    }

    boolean isTranslated() {
        return !said.english().isEmpty();
    }

    /** In a language if it was translated, else in Italian. */
    ContentText in(Language language) {
        return language == Language.ENGLISH && isTranslated() ? said.english() : said.italian();
    }

    /** In what {@link #in} is written. */
    Language written(Language language) {
        return isTranslated() ? language : Language.ITALIAN;
    }
}
