// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * What one payer owes for one thing, in a run.
 *
 * @param number of the run within the year
 * @param key of the thing, the same at every calculation
 * @param title of the convention or service
 * @param owed according to this run, VAT included
 * @param before what was approved already for the same thing and payer
 * @param net of {@code amount}
 * @param amount the difference: negative when it is in favour of the payer
 * @param because of an adjustment: what changed
 * @param why the explanation, as kept
 */
public record DueLine(
        long id,
        DuesRunId run,
        int year,
        int number,
        boolean approved,
        String key,
        OrganizationId beneficiary,
        OrganizationId payer,
        LineKind kind,
        String title,
        Period term,
        String tariff,
        @Nullable Long tariffVersion,
        Euro owed,
        Euro before,
        Euro net,
        Euro vat,
        Euro amount,
        String vatReference,
        String warnings,
        String because,
        String why) {

    /** The key by which the accertamento of this line is known in the treasury. */
    public String source() {
        return source(year, number, key, payer);
    }

    /** What the treasury calls it: the convention, or "Servizio Telemaco". */
    String object() {
        return switch (kind) {
            case QUOTA -> title;
            case ACTIVATION -> "Servizio " + title + ": attivazione";
            case YEARLY, CONSUMPTION -> "Servizio " + title;
        };
    }

    static String source(int year, int number, String key, OrganizationId payer) {
        return "dues/" + year + "/" + number + "/" + key + "/" + payer;
    }
}
