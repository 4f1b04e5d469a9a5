// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.Arrays;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The groups of a centre and who is in them. */
@Repository
class StaffGroupStore {

    private final JdbcClient jdbc;

    StaffGroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StaffGroup> all() {
        return jdbc.sql("""
                        select g.id, g.name, g.retired, g.version,
                               array(select m.username from tickets.group_member m
                                      where m.centre_id = g.centre_id and m.group_id = g.id order by m.username) as members
                          from tickets.staff_group g
                         order by opencit.plain(g.name), g.id""")
                .query((row, _) -> new StaffGroup(
                        row.getLong("id"),
                        row.getString("name"),
                        Arrays.asList((String[]) row.getArray("members").getArray()),
                        row.getBoolean("retired"),
                        row.getInt("version")))
                .list();
    }

    StaffGroup keep(StaffGroup group) {
        long id = group.id() == 0 ? insert(group) : update(group);
        jdbc.sql("delete from tickets.group_member where group_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into tickets.group_member (group_id, username)
                        select :id, unnest(cast(:members as text[]))""")
                .param("id", id)
                .param("members", group.members().toArray(String[]::new))
                .update();
        return new StaffGroup(id, group.name(), group.members(), group.retired(), group.version() + 1);
    }

    private long insert(StaffGroup group) {
        return jdbc.sql("insert into tickets.staff_group (name, retired) values (:name, :retired) returning id")
                .param("name", group.name())
                .param("retired", group.retired())
                .query(Long.class)
                .single();
    }

    private long update(StaffGroup group) {
        int saved = jdbc.sql("""
                        update tickets.staff_group set name = :name, retired = :retired, version = version + 1
                         where id = :id and version = :version""")
                .param("name", group.name())
                .param("retired", group.retired())
                .param("id", group.id())
                .param("version", group.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Group " + group.id() + " changed after version " + group.version());
        }
        return group.id();
    }
}
