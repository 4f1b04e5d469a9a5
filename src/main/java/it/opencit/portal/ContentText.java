// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/**
 * What a content says in a language.
 *
 * @param summary one or two sentences, for lists and search engines
 * @param body Markdown
 */
public record ContentText(String title, String summary, String body) {

    /** Nothing is written yet, or there is no translation. */
    public static final ContentText NONE = new ContentText("", "", "");

    boolean isEmpty() {
        return title.isEmpty();
    }
}
