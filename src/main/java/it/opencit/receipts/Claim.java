// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.PayerAmount;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one payer owes for one thing in a year, as it comes out today.
 *
 * @param key of the thing, the same at every calculation: {@code quota:3:56}, {@code service:12:YEARLY:2019-01-01}
 * @param title of the convention or service
 * @param term the days it is for
 * @param tariffVersion identifier at this centre; {@code null} when the tariff came from a kit
 * @param amount net and VAT together; zero or more
 * @param vatReference the norm by which VAT is or is not due; "" where the tariff says nothing of it
 * @param warnings on rule and figures, "" for none
 * @param why {@link WhyJson}
 */
record Claim(
        String key,
        LineKind kind,
        OrganizationId beneficiary,
        OrganizationId payer,
        String title,
        Period term,
        String tariff,
        @Nullable Long tariffVersion,
        Euro vat,
        Euro amount,
        String vatReference,
        String warnings,
        String why) {

    /** One of several payers, when {@code whole} is what they pay together. */
    Claim of(PayerAmount share, Euro shareOfVat, String shareWhy) {
        return new Claim(
                key,
                kind,
                beneficiary,
                share.payer(),
                title,
                term,
                tariff,
                tariffVersion,
                shareOfVat,
                share.amount(),
                vatReference,
                warnings,
                shareWhy);
    }

    /** Two claims that say the same have the same print. */
    UUID print(Owed before, String because) {
        String text = key
                + '\n'
                + kind
                + '\n'
                + beneficiary
                + '\n'
                + payer
                + '\n'
                + title
                + '\n'
                + term
                + '\n'
                + vat
                + '\n'
                + amount
                + '\n'
                + vatReference
                + '\n'
                + before
                + '\n'
                + because
                + '\n'
                + why;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What makes it one line of a year, whatever its amount. */
    LineKey lineKey() {
        return new LineKey(key, payer);
    }
}
