// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.PhoneNumber;
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
        ServiceSheet sheet = SheetTexts.sheet(id, form::textOrEmpty, List.of(), form.version());
        checkContact(sheet.contact(), form);
        if (!sheet.english().isEmpty() && !sheet.isTranslated()) {
            form.reject(SheetBlock.TITLE.field(), Messages.text("catalogue.sheet.title-en"));
        }
        return sheet;
    }

    private static void checkContact(ServiceContact contact, FormInput form) {
        if (contact.isNone() && !contact.equals(ServiceContact.NONE)) {
            form.reject("contactName", Messages.text("catalogue.contact.name"));
        }
        if (!contact.phone().isEmpty() && !PhoneNumber.isOne(contact.phone())) {
            form.reject("contactPhone", Messages.text("catalogue.contact.phone", contact.phone()));
        }
        checkMail(contact.email(), "contactEmail", form);
        checkMail(contact.pec(), "contactPec", form);
    }

    private static void checkMail(String address, String field, FormInput form) {
        if (!address.isEmpty() && !EmailAddress.isOne(address)) {
            form.reject(field, Messages.text("shared.email", address));
        }
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
