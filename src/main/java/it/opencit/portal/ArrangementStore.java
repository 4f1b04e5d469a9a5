// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.Arrangement.MenuLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How each centre arranged its site. */
@Repository
class ArrangementStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<MenuLine>> MENU = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ArrangementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Arrangement> find() {
        return jdbc.sql("select * from portal.arrangement")
                .query((row, _) -> new Arrangement(
                        JSON.readValue(row.getString("menu"), MENU),
                        Arrays.stream((String[]) row.getArray("home").getArray())
                                .map(HomeBlock::valueOf)
                                .toList(),
                        Arrays.stream((Long[]) row.getArray("highlights").getArray())
                                .map(ContentId::new)
                                .toList(),
                        row.getInt("version")))
                .optional();
    }

    /** @throws OptimisticLockingFailureException when somebody changed it after it was read */
    void save(Arrangement changed) {
        int rows = jdbc.sql("""
                        insert into portal.arrangement as a (menu, home, highlights, version)
                        values (:menu::jsonb, :home, :highlights, 1)
                        on conflict (centre_id) do update
                           set menu = excluded.menu, home = excluded.home, highlights = excluded.highlights,
                               version = a.version + 1
                         where a.version = :version""")
                .param("menu", JSON.writeValueAsString(changed.menu()))
                .param("home", changed.home().stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "highlights",
                        changed.highlights().stream().map(ContentId::value).toArray(Long[]::new))
                .param("version", changed.version())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Arrangement changed after version " + changed.version());
        }
    }
}
