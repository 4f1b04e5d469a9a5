// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of the terms: what they show, what they read. */
final class TermsForm {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private TermsForm() {}

    static FormInput of(Terms terms) {
        FormInput form = FormInput.empty()
                .with("dueRule", terms.due().kind())
                .with("dueDays", terms.due().days())
                .with("chapter", terms.chapter())
                .with("otherwise", terms.otherwise())
                .with("document", terms.document())
                .with("taxCode", terms.taxCode())
                .with("segregation", terms.segregation())
                .with("iban", terms.iban())
                .with("treasuryAccount", terms.treasuryAccount())
                .with("firstDays", terms.intervals().first())
                .with("secondDays", terms.intervals().second())
                .with("formalDays", terms.intervals().formal())
                .with("version", terms.version());
        terms.treasuryKinds().forEach(kind -> form.with("kind-" + kind, "si"));
        return form;
    }

    /** {@code null} when something is wrong, which the form then says. */
    static @Nullable Terms read(FormInput form) {
        DueRule.Kind rule = form.choice("dueRule", DueRule.Kind.class);
        Channel otherwise = form.choice("otherwise", Channel.class);
        RequestDocument document = form.choice("document", RequestDocument.class);
        int dueDays = days(form, "dueDays");
        int first = days(form, "firstDays");
        int second = days(form, "secondDays");
        int formal = days(form, "formalDays");
        Set<OrganizationKind> kinds = EnumSet.noneOf(OrganizationKind.class);
        for (OrganizationKind kind : OrganizationKind.values()) {
            if (form.isChecked("kind-" + kind)) {
                kinds.add(kind);
            }
        }
        String taxCode = taxCode(form);
        String segregation = matching(form, "segregation", "[0-3]\\d|4[0-5]", "receipts.terms.segregation");
        String iban = iban(form);
        String account = matching(form, "treasuryAccount", "\\d{1,7}", "receipts.terms.account");
        if (rule == null || otherwise == null || otherwise == Channel.GIROFONDI || document == null) {
            form.reject("", Messages.text("shared.choice"));
            return null;
        }
        if (!form.isValid()) {
            return null;
        }
        return new Terms(
                new DueRule(rule, dueDays),
                form.textOrEmpty("chapter"),
                kinds,
                otherwise,
                document,
                taxCode,
                segregation,
                iban,
                account,
                new ReminderIntervals(first, second, formal),
                form.version());
    }

    static @Nullable PayerTerms readPayer(OrganizationId payer, FormInput form) {
        Channel channel = form.choice("channel", Channel.class);
        RequestDocument document = form.choice("document", RequestDocument.class);
        String email = form.textOrEmpty("email");
        if (!email.isEmpty() && !EmailAddress.isOne(email)) {
            form.reject("email", Messages.text("receipts.payer.email", email));
        }
        return form.isValid()
                ? new PayerTerms(payer, channel, document, email, form.textOrEmpty("notes"), form.version())
                : null;
    }

    private static int days(FormInput form, String field) {
        Long days = form.integer(field);
        if (days == null || days < 1 || days > 365) {
            form.reject(field, Messages.text("receipts.terms.days"));
            return 1;
        }
        return days.intValue();
    }

    private static String matching(FormInput form, String field, String pattern, String key) {
        String text = form.textOrEmpty(field).replace(" ", "");
        if (!text.isEmpty() && !text.matches(pattern)) {
            form.reject(field, Messages.text(key, text));
        }
        return text;
    }

    private static String taxCode(FormInput form) {
        String text = form.textOrEmpty("taxCode").replace(" ", "");
        if (text.isEmpty()) {
            return "";
        }
        try {
            if (text.matches("\\d{11}")) {
                return CodiceFiscale.of(text).toString();
            }
        } catch (Refusal wrong) {
            form.reject("taxCode", wrong.inItalian());
            return text;
        }
        form.reject("taxCode", Messages.text("receipts.terms.tax-code", text));
        return text;
    }

    /** An IBAN is right when, its first four characters moved to the end, the remainder by 97 is 1 (ISO 13616). */
    private static String iban(FormInput form) {
        String text = form.textOrEmpty("iban").replace(" ", "").toUpperCase(Locale.ROOT);
        if (!text.isEmpty() && !(text.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}") && remainder(text) == 1)) {
            form.reject("iban", Messages.text("receipts.terms.iban", text));
        }
        return text;
    }

    private static int remainder(String iban) {
        var digits = new StringBuilder();
        for (char one : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            digits.append(Character.getNumericValue(one));
        }
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
