// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import it.opencit.shared.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A field that a service declares for its request form.
 *
 * @param key by which answers are kept, such as {@code dominio}
 * @param options of a choice; empty for the other types
 * @param help what stands under the field; "" for nothing
 */
public record FormField(String key, String label, FieldType type, boolean required, List<String> options, String help) {

    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public FormField {
        options = List.copyOf(options);
        if (!KEY.matcher(key).matches()) {
            throw Refusal.inField("key", "catalogue.form.key", key);
        }
        if (label.isBlank()) {
            throw Refusal.inField("label", "catalogue.form.label", key);
        }
        if ((type == FieldType.CHOICE) != (options.size() >= 2)) {
            throw Refusal.inField(
                    "options",
                    type == FieldType.CHOICE ? "catalogue.form.options" : "catalogue.form.no-options",
                    label);
        }
        if (options.stream().anyMatch(String::isBlank)
                || options.stream().distinct().count() < options.size()) {
            throw Refusal.inField("options", "catalogue.form.options-twice", label);
        }
    }

    /** The name of the field in a page: answers never meet the other fields of the form. */
    @JsonIgnore
    public String inputName() {
        return "risposta-" + key;
    }
}
