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
 * @param beneficiaryName as the body was called when it was computed
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
        String beneficiaryName,
        OrganizationId payer,
        String payerName,
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

    /** As letters call it: the convention, or "Servizio Telemaco: consultazione delle banche dati". */
    String heading() {
        return switch (kind) {
            case QUOTA -> title;
            case ACTIVATION -> "Servizio " + title + ", attivazione";
            case YEARLY, CONSUMPTION -> "Servizio " + title;
        };
    }

    /** As the treasury calls it, by the name alone: "Servizio Telemaco". */
    String object() {
        return kind == LineKind.QUOTA ? title : "Servizio " + title.split(": ", 2)[0];
    }

    static String source(int year, int number, String key, OrganizationId payer) {
        return "dues/" + year + "/" + number + "/" + key + "/" + payer;
    }
}
