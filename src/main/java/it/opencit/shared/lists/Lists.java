// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers what an address asks of a list: a page by key in two queries, or every row, streamed. */
@Component
public class Lists {

    /** Rows are counted up to here: who looks for one among more narrows the list first. */
    static final int COUNTED = 10_000;

    private final NamedParameterJdbcTemplate jdbc;

    Lists(JdbcTemplate template) {
        var streaming = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        streaming.setFetchSize(500);
        this.jdbc = new NamedParameterJdbcTemplate(streaming);
    }

    /** A page of a list kept in the database. */
    @Transactional(readOnly = true)
    public ListPage page(Listing listing, ListRequest request) {
        planForTheseValues();
        Column sort = request.sort(listing);
        Cursor after = request.after();
        Cursor before = request.before();
        boolean backwards = before != null;
        Cursor edge = backwards ? before : after;
        boolean descending = request.descending(listing) != backwards;
        var parameters = new MapSqlParameterSource(listing.parameters);
        String where = where(listing, request, parameters);
        String paging = "";
        if (edge != null) {
            parameters.addValue("edge_sort", edge.sort()).addValue("edge_key", edge.key());
            paging = " and (" + sort.sortSql() + ", " + listing.key + ") " + (descending ? "<" : ">")
                    + " (cast(:edge_sort as " + sort.sortType() + "), cast(:edge_key as bigint))";
        }
        String direction = descending ? " desc" : "";
        String sql = select(listing, sort) + where + paging + " order by " + sort.sortSql() + direction + ", "
                + listing.key + direction + " limit " + (ListRequest.PAGE_SIZE + 1);
        List<Sorted> rows = new ArrayList<>(jdbc.query(sql, parameters, mapper(listing)));
        boolean more = rows.size() > ListRequest.PAGE_SIZE;
        if (more) {
            rows.removeLast();
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        long total = edge == null && !more ? rows.size() : counted(listing, where, parameters);
        return ListView.of(
                listing,
                request,
                rows,
                Math.min(total, COUNTED),
                total <= COUNTED,
                backwards ? more : after != null,
                backwards || more);
    }

    /** One more than {@link #COUNTED} when there are more. */
    private long counted(Listing listing, String where, MapSqlParameterSource parameters) {
        Long total = jdbc.queryForObject(
                "select count(*) from (select 1 from " + listing.from + where + " limit " + (COUNTED + 1)
                        + ") as counted",
                parameters,
                Long.class);
        return total == null ? 0 : total;
    }

    /** A way chosen for any value would read a long list whole when the value asked is a rare one. */
    private void planForTheseValues() {
        jdbc.getJdbcOperations().execute("set local plan_cache_mode = force_custom_plan");
    }

    /** A page of a list whose rows were computed. */
    public ListPage page(Listing listing, List<ListRow> all, ListRequest request) {
        return ComputedRows.page(listing, all, request);
    }

    /** Hands over every row that the filters let through, in order, without keeping them. */
    @Transactional(readOnly = true)
    public void each(Listing listing, ListRequest request, Consumer<ListRow> reader) {
        planForTheseValues();
        Column sort = request.sort(listing);
        var parameters = new MapSqlParameterSource(listing.parameters);
        String direction = request.descending(listing) ? " desc" : "";
        String sql = select(listing, sort) + where(listing, request, parameters) + " order by " + sort.sortSql()
                + direction + ", " + listing.key + direction;
        RowMapper<Sorted> mapper = mapper(listing);
        jdbc.query(sql, parameters, result -> {
            Sorted row = mapper.mapRow(result, 0);
            if (row != null) {
                reader.accept(row.row());
            }
        });
    }

    /** A row with its sort value as text. */
    record Sorted(ListRow row, String sort) {}

    private static String select(Listing listing, Column sort) {
        var sql = new StringBuilder("select ")
                .append(listing.key)
                .append(" as row_key, (")
                .append(sort.sortSql())
                .append(")::text as row_sort");
        for (Column column : listing.columns) {
            sql.append(", ")
                    .append(column.sql())
                    .append(" as \"")
                    .append(column.key())
                    .append('"');
        }
        return sql.append(" from ").append(listing.from).toString();
    }

    private String where(Listing listing, ListRequest request, MapSqlParameterSource parameters) {
        var sql = new StringBuilder(" where ").append(listing.where);
        for (Filter filter : listing.filters) {
            String value = request.value(filter.key());
            if (value.isEmpty()) {
                continue;
            }
            switch (filter.kind()) {
                case SEARCH -> {
                    int number = 0;
                    for (String word : value.split("\\s+")) {
                        sql.append(" and (")
                                .append(condition(filter, word, filter.key() + "_word" + number++, parameters))
                                .append(')');
                    }
                }
                case CHOICE -> {
                    if (filter.options().stream()
                            .anyMatch(option -> option.value().equals(value))) {
                        parameters.addValue("filter_" + filter.key(), value);
                        sql.append(" and (")
                                .append(filter.sql().replace(":value", ":filter_" + filter.key()))
                                .append(')');
                    }
                }
                case TEXT -> {
                    parameters.addValue("filter_" + filter.key(), value);
                    sql.append(" and (")
                            .append(filter.sql().replace(":value", ":filter_" + filter.key()))
                            .append(')');
                }
                case AMOUNT -> {
                    BigDecimal amount = ListRequest.amount(value);
                    if (amount != null) {
                        parameters.addValue("filter_" + filter.key(), amount);
                        sql.append(" and (")
                                .append(filter.sql().replace(":value", "cast(:filter_" + filter.key() + " as numeric)"))
                                .append(')');
                    }
                }
                case DATE -> {
                    if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
                        parameters.addValue("filter_" + filter.key(), value);
                        sql.append(" and (")
                                .append(filter.sql().replace(":value", "cast(:filter_" + filter.key() + " as date)"))
                                .append(')');
                    }
                }
            }
        }
        return sql.toString();
    }

    /** What a word asks of the list: by equality with what it was found in, when that is not too much. */
    private String condition(Filter filter, String word, String name, MapSqlParameterSource parameters) {
        parameters.addValue(name, word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"));
        Filter.Lookup lookup = filter.lookup();
        if (lookup != null) {
            List<String> found = jdbc.queryForList(
                    lookup.sql().replace(":word", ":" + name) + " limit " + (lookup.most() + 1),
                    parameters,
                    String.class);
            if (found.size() <= lookup.most()) {
                parameters.addValue(name + "_found", found.toArray(new String[0]));
                return lookup.found().replace(":found", ":" + name + "_found");
            }
        }
        return filter.sql().replace(":word", ":" + name);
    }

    private static RowMapper<Sorted> mapper(Listing listing) {
        return (result, _) -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (Column column : listing.columns) {
                values.put(
                        column.key(),
                        switch (column.kind()) {
                            case TEXT -> result.getString(column.key());
                            case INTEGER, YEAR, DECIMAL, EURO -> result.getBigDecimal(column.key());
                            case DATE -> result.getObject(column.key(), java.time.LocalDate.class);
                            case MOMENT -> {
                                OffsetDateTime moment = result.getObject(column.key(), OffsetDateTime.class);
                                yield moment == null ? null : moment.toInstant();
                            }
                        });
            }
            return new Sorted(new ListRow(result.getLong("row_key"), values), result.getString("row_sort"));
        };
    }
}
