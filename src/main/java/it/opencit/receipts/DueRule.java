// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When what is requested must be paid.
 *
 * @param days from the day the request is received, which is not counted; where another day rules, for what is requested
 *     after it
 */
public record DueRule(Kind kind, int days) {

    /** The rules in use at the centres that the sources describe. */
    public enum Kind {
        /** Brescia: within 30 days of the request. */
        AFTER_RECEIPT("Entro un numero di giorni dal ricevimento della richiesta"),
        /** Pesaro-Urbino: requested by 31 October, paid within the year. */
        WITHIN_YEAR("Richiesta entro il 31 ottobre, pagamento entro il 31 dicembre dell'anno"),
        /** Macerata: by 31 January of the year itself. */
        BY_31_JANUARY("Entro il 31 gennaio dell'anno");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As pages write it. */
        public String label() {
            return label;
        }
    }

    /** The last day to pay the dues of a year, requested with a letter received on a day. */
    public LocalDate due(int year, LocalDate received) {
        LocalDate fixed = fixedDay(year);
        return fixed == null || received.isAfter(fixed) ? received.plusDays(days) : fixed;
    }

    /** The day by which the dues of a year should be requested; {@code null} where the rule names none. */
    public @Nullable LocalDate requestBy(int year) {
        return kind == Kind.WITHIN_YEAR ? LocalDate.of(year, 10, 31) : null;
    }

    /** In words, before the day of receipt is known. */
    public String inItalian(int year) {
        LocalDate fixed = fixedDay(year);
        return fixed == null ? days + " giorni dal ricevimento della richiesta" : "entro il " + Italian.date(fixed);
    }

    private @Nullable LocalDate fixedDay(int year) {
        return switch (kind) {
            case AFTER_RECEIPT -> null;
            case WITHIN_YEAR -> LocalDate.of(year, 12, 31);
            case BY_31_JANUARY -> LocalDate.of(year, 1, 31);
        };
    }
}
