// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions.pages;

import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Frame.Crumb;
import java.util.List;

/**
 * A short form about a subscription.
 *
 * @param intro sentences above the form
 * @param multipart whether it carries files
 * @param button what it says
 */
public record FormPage(
        String title,
        List<Crumb> breadcrumb,
        List<String> intro,
        String action,
        String back,
        boolean multipart,
        List<Field> fields,
        String button) {

    /** A field, as {@code shared.field} wants it; a hidden one has type {@code hidden}. */
    public record Field(String name, String label, String type, boolean required, List<Option> options, String hint) {

        public static Field of(String name, String label, String type) {
            return new Field(name, label, type, false, List.of(), "");
        }

        public static Field required(String name, String label, String type) {
            return new Field(name, label, type, true, List.of(), "");
        }

        public static Field choice(String name, String label, List<Option> options, boolean required) {
            return new Field(name, label, "select", required, options, "");
        }

        public Field hint(String text) {
            return new Field(name, label, type, required, options, text);
        }
    }
}
