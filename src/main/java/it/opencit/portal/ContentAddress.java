// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a content stands on the site, such as {@code /novita/manutenzione}.
 *
 * @param section of a page; {@code null} for anything else
 * @param slug last part
 */
record ContentAddress(ContentKind kind, @Nullable Section section, String slug) {

    /** The address that a path is; empty when no content can stand there. */
    static Optional<ContentAddress> of(String path) {
        int end = path.lastIndexOf('/');
        if (end <= 0) {
            return Optional.empty();
        }
        String list = path.substring(0, end);
        String slug = path.substring(end + 1);
        Optional<ContentKind> kind = Arrays.stream(ContentKind.values())
                .filter(one -> !one.address().isEmpty() && one.address().equals(list))
                .findFirst();
        Optional<Section> section = Arrays.stream(Section.values())
                .filter(one -> one.address().equals(list))
                .findFirst();
        return kind.map(one -> new ContentAddress(one, null, slug))
                .or(() -> section.map(one -> new ContentAddress(ContentKind.PAGE, one, slug)));
    }
}
