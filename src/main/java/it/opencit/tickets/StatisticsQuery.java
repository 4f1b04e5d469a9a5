// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What statistics are asked of.
 *
 * @param from first month
 * @param to last month, included
 * @param categories any of these, by identifier; all when empty
 * @param organization identifier of the body; {@code null} for all
 */
record StatisticsQuery(
        YearMonth from,
        YearMonth to,
        Per per,
        Set<Long> categories,
        @Nullable Long organization,
        @Nullable TicketType type) {

    /** Five years: more does not fit a page, and nobody reads it. */
    static final int MOST_MONTHS = 60;

    StatisticsQuery {
        categories = Set.copyOf(categories);
        if (from.isAfter(to) || from.until(to, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** By what the numbers are parted. */
    enum Per {
        MONTH("mese", "Mese", "to_char(at at time zone 'Europe/Rome', 'YYYY-MM')"),
        CATEGORY("categoria", "Categoria", "m.category_id::text"),
        BODY("ente", "Ente", "m.organization_id::text"),
        SERVICE("servizio", "Servizio", "coalesce(cast(:services as jsonb) ->> lower(m.service), m.service)"),
        SUPPLIER("fornitore", "Fornitore", "h.supplier"),
        AGENT("persona", "Persona", "case when m.assignee_kind = 'PERSON' then m.assignee else '' end");

        final String value;
        final String label;
        final String sql;

        Per(String value, String label, String sql) {
            this.value = value;
            this.label = label;
            this.sql = sql;
        }

        /** The one of an address; by month when it is none. */
        static Per of(String value) {
            for (Per per : values()) {
                if (per.value.equals(value)) {
                    return per;
                }
            }
            return MONTH;
        }
    }
}
