// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The row at the edge of a page: its sort value, as text, and its key. */
record Cursor(String sort, long key) {

    private static final char SEPARATOR = '\u001f';

    static @Nullable Cursor read(String parameter) {
        if (parameter.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(parameter), StandardCharsets.UTF_8);
            int at = text.lastIndexOf(SEPARATOR);
            return at < 0 ? null : new Cursor(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            return null; // an address cut short or made up: the list begins from its start
        }
    }

    String write() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sort + SEPARATOR + key).getBytes(StandardCharsets.UTF_8));
    }
}
