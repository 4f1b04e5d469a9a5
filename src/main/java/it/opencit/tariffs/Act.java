// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The act that set a tariff.
 *
 * @param kind such as "Delibera"
 * @param body who adopted it, such as "Consiglio provinciale"
 * @param number as written on the act; {@code null} when the sources do not state it
 * @param date {@code null} when the sources do not state it
 * @param text what else is worth knowing of it
 */
public record Act(
        String kind,
        String body,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String text) {

    /** Such as "Delibera, Consiglio provinciale n. 34 del 30/11/2020"; what the sources do not state is left out. */
    public String inItalian() {
        return kind + ", " + body + (number == null ? "" : " n. " + number)
                + (date == null ? "" : " del " + Italian.date(date));
    }
}
