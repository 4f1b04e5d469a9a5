// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.documents.FileId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text that holds links, and where its links are mended.
 *
 * @param part of the site it belongs to
 * @param title of the content, of the service, of the page
 * @param text which text of it, such as {@code Notizia, in inglese, bozza}
 * @param editor address of the page that changes it
 * @param base path of the page that shows it, from which a relative link leads on
 * @param content of which it is a version; {@code null} for any other text
 * @param files that go with that version
 */
record LinkPlace(
        Part part,
        String title,
        String text,
        String editor,
        String base,
        @Nullable ContentId content,
        Set<FileId> files) {

    /** What the texts of a site are. */
    enum Part {
        CONTENT("Contenuti"),
        SERVICE("Schede dei servizi"),
        ARRANGEMENT("Menu e prima pagina"),
        LEGAL("Testi delle impostazioni");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** A text that is no content's. */
    static LinkPlace of(Part part, String title, String text, String editor, String base) {
        return new LinkPlace(part, title, text, editor, base, null, Set.of());
    }
}
