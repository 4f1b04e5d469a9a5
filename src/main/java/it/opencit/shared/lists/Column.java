// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import org.jspecify.annotations.Nullable;

/**
 * A column of a list: how it is read from the database, shown, sorted and exported.
 *
 * @param key name in the address and in the row
 * @param sql expression that gives the value; ignored for rows that are computed
 * @param link address pattern with {@code {column}} places, for example {@code /gestione/enti/{id}}; {@code null} for plain text
 * @param shown whether the page shows it; a hidden column serves links only and is not exported
 */
public record Column(
        String key,
        String label,
        Kind kind,
        String sql,
        @Nullable String link,
        boolean shown) {

    /** What the values of a column are. */
    public enum Kind {
        TEXT("text"),
        INTEGER("numeric"),
        DECIMAL("numeric"),
        EURO("numeric"),
        DATE("date"),
        MOMENT("timestamptz");

        final String sqlType;

        Kind(String sqlType) {
            this.sqlType = sqlType;
        }

        /** Whether values stand to the right. */
        public boolean isNumeric() {
            return this == INTEGER || this == DECIMAL || this == EURO;
        }
    }

    public static Column text(String key, String label, String sql) {
        return new Column(key, label, Kind.TEXT, sql, null, true);
    }

    public static Column integer(String key, String label, String sql) {
        return new Column(key, label, Kind.INTEGER, sql, null, true);
    }

    public static Column decimal(String key, String label, String sql) {
        return new Column(key, label, Kind.DECIMAL, sql, null, true);
    }

    public static Column euro(String key, String label, String sql) {
        return new Column(key, label, Kind.EURO, sql, null, true);
    }

    public static Column date(String key, String label, String sql) {
        return new Column(key, label, Kind.DATE, sql, null, true);
    }

    public static Column moment(String key, String label, String sql) {
        return new Column(key, label, Kind.MOMENT, sql, null, true);
    }

    /** A value that only serves the links of other columns. */
    public static Column hidden(String key, String sql) {
        return new Column(key, key, Kind.TEXT, sql, null, false);
    }

    /** The same column, each value leading to an address with places such as {@code {id}}. */
    public Column linkedTo(String pattern) {
        return new Column(key, label, kind, sql, pattern, shown);
    }

    /** The expression rows are ordered by: never null, text without accents and capitals. */
    String sortSql() {
        return switch (kind) {
            case TEXT -> "opencit.plain(coalesce(" + sql + ", ''))";
            case INTEGER, DECIMAL, EURO -> "coalesce((" + sql + ")::numeric, -1e18)";
            case DATE -> "coalesce((" + sql + ")::date, date '0001-01-01')";
            case MOMENT -> "coalesce((" + sql + ")::timestamptz, timestamptz '0001-01-01 00:00Z')";
        };
    }
}
