// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.SiteText;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.FormInput;
import it.opencit.tickets.Citizens;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the forms of visitors have in common: their refusals in the language of the page, and on whose behalf they write. */
@Component
class SiteForms {

    /** Refusals of the help desk that the site tells in its own words, since it has two languages. */
    private static final Set<String> TRANSLATED = Set.of(
            "tickets.citizen.form-old",
            "tickets.citizen.form-fast",
            "tickets.citizen.form-spent",
            "tickets.citizen.too-many",
            "portal.enrolment.closed",
            "portal.enrolment.already");

    private static final int LONGEST_LINE = 120;

    /** Names stand in the mails that we send to an address somebody typed: no link can hide in them. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} .'’-]{1,60}");

    private final TransactionOperations transaction;

    SiteForms(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    /** Runs what a visitor does, in one transaction: it writes in nobody's name. */
    <T> T visitor(Supplier<T> work) {
        T done = Acting.as(Acting.currentCentre(), Citizens.USERNAME, () -> transaction.execute(_ -> work.get()));
        if (done == null) {
            throw new NotFound("Nothing came of it");
        }
        return done;
    }

    static String sentence(Refusal refusal, SiteText text) {
        return TRANSLATED.contains(refusal.key()) ? text.get("refusal." + refusal.key()) : refusal.inItalian();
    }

    static void reject(FormInput form, Refusal refusal, SiteText text) {
        String field = refusal.field();
        form.reject(field == null ? "" : field, sentence(refusal, text));
    }

    /** Name, surname, address and consent, which every form of visitors asks. */
    static void checkPerson(FormInput form, SiteText text) {
        line(form, "name", "form.name.wrong", text);
        line(form, "surname", "form.surname.wrong", text);
        if (form.typed("body").strip().length() > LONGEST_LINE) {
            form.reject("body", text.get("form.body.wrong"));
        }
        if (!EmailAddress.isOne(form.typed("email").strip())) {
            form.reject("email", text.get("form.email.wrong"));
        }
        if (!form.isChecked("consent")) {
            form.reject("consent", text.get("form.consent.wrong"));
        }
    }

    private static void line(FormInput form, String field, String key, SiteText text) {
        if (!NAME.matcher(form.typed(field).strip()).matches()) {
            form.reject(field, text.get(key));
        }
    }
}
