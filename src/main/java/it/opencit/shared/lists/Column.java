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
 * @param instead column whose text, where there is one, the page shows instead of the value: "saldato" instead of nothing left
 * @param order how rows are ordered by it where that is not how it is shown; {@code null} for the usual way
 */
public record Column(
        String key,
        String label,
        Kind kind,
        String sql,
        @Nullable String link,
        boolean shown,
        @Nullable String instead,
        @Nullable Order order) {

    /**
     * An expression to order by that is never null, and its type. A long list names a column that has an index: where
     * row-level security is on, only text, whole numbers and dates reach one.
     */
    record Order(String sql, String type) {}

    /** What the values of a column are. */
    public enum Kind {
        TEXT("text"),
        INTEGER("numeric"),
        /** A whole number that counts nothing: no thousands are parted. */
        YEAR("numeric"),
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
        return new Column(key, label, Kind.TEXT, sql, null, true, null, null);
    }

    public static Column integer(String key, String label, String sql) {
        return new Column(key, label, Kind.INTEGER, sql, null, true, null, null);
    }

    public static Column year(String key, String label, String sql) {
        return new Column(key, label, Kind.YEAR, sql, null, true, null, null);
    }

    public static Column decimal(String key, String label, String sql) {
        return new Column(key, label, Kind.DECIMAL, sql, null, true, null, null);
    }

    public static Column euro(String key, String label, String sql) {
        return new Column(key, label, Kind.EURO, sql, null, true, null, null);
    }

    public static Column date(String key, String label, String sql) {
        return new Column(key, label, Kind.DATE, sql, null, true, null, null);
    }

    public static Column moment(String key, String label, String sql) {
        return new Column(key, label, Kind.MOMENT, sql, null, true, null, null);
    }

    /** A value that only serves the links of other columns. */
    public static Column hidden(String key, String sql) {
        return new Column(key, key, Kind.TEXT, sql, null, false, null, null);
    }

    /** The same column, each value leading to an address with places such as {@code {id}}. */
    public Column linkedTo(String pattern) {
        return new Column(key, label, kind, sql, pattern, shown, instead, order);
    }

    /** The same column, its rows ordered by another expression, never null, of a type such as {@code bigint}. */
    public Column orderedBy(String expression, String type) {
        return new Column(key, label, kind, sql, link, shown, instead, new Order(expression, type));
    }

    /** The same column, its page showing the text of a hidden column where there is one; exports keep the value. */
    public Column insteadShowing(String hidden) {
        return new Column(key, label, kind, sql, link, shown, hidden, order);
    }

    /** The expression rows are ordered by: never null, text without accents and capitals. */
    String sortSql() {
        if (order != null) {
            return order.sql();
        }
        return switch (kind) {
            case TEXT -> "opencit.plain(coalesce(" + sql + ", ''))";
            case INTEGER, YEAR, DECIMAL, EURO -> "coalesce((" + sql + ")::numeric, -1e18)";
            case DATE -> "coalesce((" + sql + ")::date, date '0001-01-01')";
            case MOMENT -> "coalesce((" + sql + ")::timestamptz, timestamptz '0001-01-01 00:00Z')";
        };
    }

    /** The type of {@link #sortSql()}. */
    String sortType() {
        return order == null ? kind.sqlType : order.type();
    }
}
