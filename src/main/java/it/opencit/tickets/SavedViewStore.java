// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The views of the list that persons keep. */
@Repository
class SavedViewStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FILTERS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    SavedViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of everybody: those of the office first, by name. */
    List<SavedView> all() {
        return jdbc.sql("""
                        select id, name, owner, shared, filters, version from tickets.saved_view
                         order by shared desc, opencit.plain(name), id""")
                .query((row, _) -> new SavedView(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("owner"),
                        row.getBoolean("shared"),
                        JSON.readValue(row.getString("filters"), FILTERS),
                        row.getInt("version")))
                .list();
    }

    /** @return its number */
    long add(SavedView view) {
        return jdbc.sql("""
                        insert into tickets.saved_view (name, owner, shared, filters)
                        values (:name, :owner, :shared, cast(:filters as jsonb)) returning id""")
                .param("name", view.name())
                .param("owner", view.owner())
                .param("shared", view.shared())
                .param("filters", JSON.writeValueAsString(view.filters()))
                .query(Long.class)
                .single();
    }

    void change(SavedView view) {
        int changed = jdbc.sql("""
                        update tickets.saved_view set name = :name, shared = :shared, version = version + 1
                         where id = :id and version = :version""")
                .param("name", view.name())
                .param("shared", view.shared())
                .param("id", view.id())
                .param("version", view.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("View " + view.id() + " changed after " + view.version());
        }
    }

    void delete(long id) {
        jdbc.sql("delete from tickets.saved_view where id = :id")
                .param("id", id)
                .update();
    }
}
