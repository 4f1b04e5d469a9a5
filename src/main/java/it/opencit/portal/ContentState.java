// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.util.EnumSet;
import java.util.Set;

/** How far the latest version of a content has come; the one before may still be read by the public. */
enum ContentState {
    DRAFT("Bozza"),
    REVIEW("In revisione"),
    SCHEDULED("Programmato"),
    PUBLISHED("Pubblicato"),
    ARCHIVED("Archiviato");

    private final String label;

    ContentState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Where one may go from here; saving a text leads to {@link #DRAFT} from anywhere. */
    Set<ContentState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(REVIEW, SCHEDULED, PUBLISHED, ARCHIVED);
            case REVIEW -> EnumSet.of(DRAFT, SCHEDULED, PUBLISHED, ARCHIVED);
            case SCHEDULED -> EnumSet.of(DRAFT, PUBLISHED, ARCHIVED);
            case PUBLISHED -> EnumSet.of(ARCHIVED);
            case ARCHIVED -> EnumSet.of(DRAFT, PUBLISHED);
        };
    }
}
