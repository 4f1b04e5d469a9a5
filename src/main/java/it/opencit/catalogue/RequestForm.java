// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.forms.FieldAnswers;
import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormFields;
import it.opencit.shared.forms.FormInput;
import java.util.List;
import java.util.Map;

/**
 * What a service asks besides what every request asks. A version never changes: a request keeps the one it was made with.
 *
 * @param version 1 for the first
 * @param fields in the order to show them
 */
public record RequestForm(int version, List<FormField> fields) {

    public RequestForm {
        fields = List.copyOf(fields);
        FormFields.check(fields);
    }

    /** As {@link FieldAnswers#read} for the fields of this version. */
    public Map<String, String> read(FormInput form) {
        return FieldAnswers.read(fields, form);
    }
}
