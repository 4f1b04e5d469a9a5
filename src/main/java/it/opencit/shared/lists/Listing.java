// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a list. Its SQL is written by us and never contains what a user typed; values go in as parameters.
 *
 * <pre>{@code
 * Listing.named("enti")
 *     .from("organizations.organization o").key("o.id")
 *     .column(Column.text("name", "Denominazione", "o.name").linkedTo("/gestione/enti/{key}"))
 *     .filter(Filter.search("Nome o codice", "o.search like :word"))
 *     .sortedBy("name").whenEmpty("Nessun ente. Comincia dall'importazione.", "Importa gli enti", "/gestione/enti/importazione")
 * }</pre>
 */
public final class Listing {

    final String name;
    final List<Column> columns = new ArrayList<>();
    final List<Filter> filters = new ArrayList<>();
    final Map<String, Object> parameters = new LinkedHashMap<>();
    String from = "";
    String where = "true";
    String key = "id";
    String sort = "";
    boolean descending;
    String emptyText = "Nessuna riga.";

    @Nullable
    String firstStep;

    @Nullable
    String firstStepAddress;

    private Listing(String name) {
        this.name = name;
    }

    /** A list whose exports are files of this name. */
    public static Listing named(String name) {
        return new Listing(name);
    }

    /** What follows {@code from}: tables and joins. Not needed for computed rows. */
    public Listing from(String tables) {
        from = tables;
        return this;
    }

    /** A condition that always holds, with parameters of {@link #with}. */
    public Listing where(String condition) {
        where = condition;
        return this;
    }

    /** The value of a parameter of {@link #from} or {@link #where}. */
    public Listing with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Expression of the unique number of each row. */
    public Listing key(String expression) {
        key = expression;
        return this;
    }

    public Listing column(Column column) {
        columns.add(column);
        return this;
    }

    public Listing filter(Filter filter) {
        filters.add(filter);
        return this;
    }

    /** Order when the address names none. */
    public Listing sortedBy(String column) {
        sort = column;
        return this;
    }

    /** Order when the address names none, last first. */
    public Listing sortedDescendingBy(String column) {
        sort = column;
        descending = true;
        return this;
    }

    /** What to say, and what to do first, when there is nothing at all. */
    public Listing whenEmpty(String text, @Nullable String step, @Nullable String address) {
        emptyText = text;
        firstStep = step;
        firstStepAddress = address;
        return this;
    }

    Column column(String wanted) {
        return columns.stream()
                .filter(column -> column.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column " + wanted + " in list " + name));
    }

    List<Column> shown() {
        return columns.stream().filter(Column::shown).toList();
    }
}
