// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.texts.HtmlToMarkdown;

/**
 * A text that the template {@code portal/editor} lets somebody write. The editor sends HTML when something was changed in it;
 * without JavaScript, or without a change, the field itself comes as Markdown.
 */
final class EditedText {

    /** In characters: a long regulation stays below. */
    static final int LONGEST = 200_000;

    private EditedText() {}

    /** The text as Markdown, which also stands in the form from here on; refused in its field when it is too long. */
    static String read(FormInput form, String field) {
        String html = field + "-html";
        if (!form.all(html).isEmpty()) {
            form.with(field, HtmlToMarkdown.markdown(form.typed(html)));
        }
        String text =
                form.typed(field).replace("\r\n", "\n").replace("\u0000", "").strip();
        if (text.length() > LONGEST) {
            form.reject(field, Messages.text("portal.text.long", text.length(), LONGEST));
        }
        return text;
    }
}
