// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.Figure;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.tariffs.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sheet as it is typed. */
final class SheetForm {

    /** Empty rows for people that the centre does not know yet. */
    private static final int NEW_PEOPLE = 2;

    private static final int MOST_PEOPLE = 60;

    private SheetForm() {}

    static String contactField(int row, String part) {
        return "contact-" + row + "-" + part;
    }

    /** What is written on the sheet; what was never written begins with what is known. */
    static FormInput of(Questionnaire asked, SheetAnswers written) {
        FormInput form =
                FormInput.empty().with("version", asked.sheet().version()).with("notes", written.notes());
        boolean untouched = asked.sheet().state().stage() == SheetStage.UNTOUCHED;
        asked.questions().forEach(question -> {
            SubscriptionSummary service = question.service();
            for (Quantity quantity : question.quantities()) {
                BigDecimal has = service == null ? null : service.quantities().get(quantity.key());
                form.with(question.quantityField(quantity.key()), has == null ? null : Italian.number(has));
            }
        });
        for (LineReply reply : written.lines()) {
            asked.about(reply.offering()).ifPresent(question -> {
                LineAnswer answer = reply.answer();
                form.with(question.field(), answer == null ? null : answer.name());
                form.with(question.variantField(), reply.variant());
                form.with(question.noteField(), reply.note());
                reply.quantities()
                        .forEach((key, value) -> form.with(question.quantityField(key), Italian.number(value)));
            });
        }
        asked.figures().forEach(figure -> {
            BigDecimal value = written.figures().get(figure.kind().code());
            Figure known = figure.known();
            if (value == null && untouched && known != null) {
                value = known.value();
            }
            form.with(figure.field(), value == null ? null : Italian.number(value));
        });
        people(asked, written, form);
        return form;
    }

    private static void people(Questionnaire asked, SheetAnswers written, FormInput form) {
        int row = 0;
        Set<Long> shown = new HashSet<>();
        for (ContactReply contact : written.contacts()) {
            Long person = contact.person();
            if (person != null) {
                shown.add(person);
            }
            row = person(form, row, contact);
        }
        for (KnownPerson known : asked.people()) {
            if (!shown.contains(known.id())) {
                BodyPerson person = known.person();
                row = person(
                        form,
                        row,
                        new ContactReply(
                                known.id(), person.role(), person.name(), person.email(), person.phone(), false));
            }
        }
        for (int blank = 0; blank < NEW_PEOPLE; blank++) {
            form.with(contactField(row, "name"), "");
            row++;
        }
    }

    private static int person(FormInput form, int row, ContactReply contact) {
        form.with(contactField(row, "person"), contact.person())
                .with(contactField(row, "role"), contact.role().name())
                .with(contactField(row, "name"), contact.name())
                .with(contactField(row, "email"), contact.email())
                .with(contactField(row, "phone"), contact.phone());
        if (contact.gone()) {
            form.with(contactField(row, "gone"), "si");
        }
        return row + 1;
    }

    /** How many rows of people a form has. */
    static int rows(FormInput form) {
        int rows = 0;
        Map<String, String> values = form.values();
        while (rows < MOST_PEOPLE && values.containsKey(contactField(rows, "name"))) {
            rows++;
        }
        return rows;
    }

    /** What was typed; what is wrong is marked in the form. */
    static SheetAnswers read(FormInput form, Questionnaire asked) {
        List<LineReply> replies = new ArrayList<>();
        asked.questions().forEach(question -> {
            LineAnswer answer = form.choice(question.field(), LineAnswer.class);
            String note = form.textOrEmpty(question.noteField());
            if (answer == null && note.isEmpty()) {
                return;
            }
            Map<String, BigDecimal> quantities = new HashMap<>();
            if (answer == LineAnswer.MORE) {
                for (Quantity quantity : question.quantities()) {
                    BigDecimal number = form.decimal(question.quantityField(quantity.key()));
                    if (number != null) {
                        quantities.put(quantity.key(), number);
                    }
                }
            }
            replies.add(new LineReply(
                    question.offering().id(),
                    answer,
                    quantities,
                    answer == LineAnswer.INTERESTED ? form.textOrEmpty(question.variantField()) : "",
                    note));
        });
        Map<String, BigDecimal> figures = new HashMap<>();
        asked.figures().forEach(figure -> {
            Long number = form.integer(figure.field());
            if (number != null) {
                figures.put(figure.kind().code(), BigDecimal.valueOf(number));
            }
        });
        return new SheetAnswers(replies, figures, contacts(form), form.textOrEmpty("notes"));
    }

    private static List<ContactReply> contacts(FormInput form) {
        List<ContactReply> contacts = new ArrayList<>();
        int rows = rows(form);
        for (int row = 0; row < rows; row++) {
            String name = form.textOrEmpty(contactField(row, "name"));
            String email = form.textOrEmpty(contactField(row, "email"));
            String phone = form.textOrEmpty(contactField(row, "phone"));
            Long person = form.integer(contactField(row, "person"));
            if (name.isEmpty() && email.isEmpty() && phone.isEmpty() && person == null) {
                continue;
            }
            PersonRole role = form.choice(contactField(row, "role"), PersonRole.class);
            if (role == null) {
                form.reject(contactField(row, "role"), Messages.text("campaigns.contact.role"));
            }
            if (name.isEmpty()) {
                form.reject(contactField(row, "name"), Messages.text("campaigns.contact.name"));
            }
            if (!email.isEmpty() && !EmailAddress.isOne(email)) {
                form.reject(contactField(row, "email"), Messages.text("campaigns.contact.email", email));
            }
            if (role != null) {
                contacts.add(new ContactReply(
                        person, role, name, email, phone, person != null && form.isChecked(contactField(row, "gone"))));
            }
        }
        return contacts;
    }
}
