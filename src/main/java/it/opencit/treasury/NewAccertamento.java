// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded when income is assessed (TUEL, art. 179).
 *
 * @param number given by the accounting office, without the year; {@code null} when it comes later
 * @param year the one written after the number: {@code 1003/2015}
 * @param fiscalYear the year whose budget the income belongs to
 * @param beneficiaryName as the body is called now; kept, whatever it is called later
 * @param object {@code Convenzione per adesione al CIT 2015-2020}, {@code Servizio Telemaco}
 * @param chapter code and title of the chapter of the budget
 * @param source unique key of who records it, such as the line of a run; "" for none
 */
public record NewAccertamento(
        @Nullable String number,
        int year,
        int fiscalYear,
        Act act,
        OrganizationId beneficiary,
        String beneficiaryName,
        OrganizationId payer,
        String payerName,
        String object,
        String chapter,
        Euro amount,
        @Nullable LocalDate due,
        String source) {

    private static final int LONGEST_TEXT = 300;

    public NewAccertamento {
        number = number == null ? null : AccertamentoNumber.normal(number);
        checkYear("year", year);
        checkYear("fiscalYear", fiscalYear);
        object = object.strip();
        chapter = chapter.strip();
        if (object.isEmpty() || object.length() > LONGEST_TEXT) {
            throw Refusal.inField("object", "treasury.accertamento.object", LONGEST_TEXT);
        }
        if (chapter.isEmpty() || chapter.length() > LONGEST_TEXT) {
            throw Refusal.inField("chapter", "treasury.accertamento.chapter", LONGEST_TEXT);
        }
        Amounts.check("amount", amount);
    }

    private static void checkYear(String field, int year) {
        if (year < 1900 || year > 2200) {
            throw Refusal.inField(field, "treasury.year");
        }
    }
}
