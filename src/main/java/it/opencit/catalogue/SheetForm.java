// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import java.util.List;

/** The blocks of a sheet as they are typed. */
final class SheetForm {

    private static final int LONGEST_NOTE = 200;

    private SheetForm() {}

    static FormInput of(ServiceSheet sheet) {
        FormInput form = FormInput.empty().with("version", sheet.version());
        SheetTexts.of(sheet).forEach(form::with);
        return form;
    }

    /** The blocks; what is wrong with a field stands in the form. */
    static ServiceSheet read(OfferingId id, FormInput form) {
        for (String field : List.of("onlineNow", "onlinePlanned")) {
            String typed = form.textOrEmpty(field);
            if (!typed.isEmpty() && SheetTexts.level(typed) == null) {
                form.reject(field, Messages.text("shared.choice"));
            }
        }
        return SheetTexts.sheet(id, form::textOrEmpty, List.of(), form.version());
    }

    /** Why the text changed, in the words of who changed it; "" when not said. */
    static String note(FormInput form) {
        String note = form.textOrEmpty("note").replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (note.length() > LONGEST_NOTE) {
            form.reject("note", Messages.text("catalogue.sheet.note", LONGEST_NOTE));
        }
        return note;
    }
}
