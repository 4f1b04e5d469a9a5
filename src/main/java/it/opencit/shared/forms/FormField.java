// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.forms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import it.opencit.shared.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A field that the office declares for a form: of a service, of a category of tickets.
 *
 * @param key by which answers are kept, such as {@code dominio}
 * @param options of a choice; empty for the other types
 * @param help what stands under the field; "" for nothing
 */
public record FormField(String key, String label, FieldType type, boolean required, List<String> options, String help) {

    /** How the names of such fields begin in a page. */
    public static final String INPUT = "risposta-";

    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public FormField {
        options = List.copyOf(options);
        if (!KEY.matcher(key).matches()) {
            throw Refusal.inField("key", "shared.field.key", key);
        }
        if (label.isBlank()) {
            throw Refusal.inField("label", "shared.field.label", key);
        }
        if ((type == FieldType.CHOICE) != (options.size() >= 2)) {
            throw Refusal.inField(
                    "options", type == FieldType.CHOICE ? "shared.field.options" : "shared.field.no-options", label);
        }
        if (options.stream().anyMatch(String::isBlank)
                || options.stream().distinct().count() < options.size()) {
            throw Refusal.inField("options", "shared.field.options-twice", label);
        }
    }

    /** The name of the field in a page: answers never meet the other fields of the form. */
    @JsonIgnore
    public String inputName() {
        return INPUT + key;
    }
}
