// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers that a centre keeps ready. */
@Repository
class CannedAnswerStore {

    private final JdbcClient jdbc;

    CannedAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CannedAnswer> all() {
        return jdbc.sql("""
                        select a.id, c.code, a.title, a.text, a.retired, a.version
                          from tickets.canned_answer a
                          left join tickets.category c on c.centre_id = a.centre_id and c.id = a.category_id
                         order by opencit.plain(a.title), a.id""")
                .query((row, _) -> new CannedAnswer(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getBoolean("retired"),
                        row.getInt("version")))
                .list();
    }

    void keep(CannedAnswer answer) {
        int saved = jdbc.sql(answer.id() == 0 ? """
                                insert into tickets.canned_answer (category_id, title, text, retired)
                                select (select id from tickets.category where code = :category), :title, :text, :retired
                                 where :id = 0 and :version >= 0""" : """
                                update tickets.canned_answer
                                   set category_id = (select c.id from tickets.category c where c.code = :category),
                                       title = :title, text = :text, retired = :retired, version = version + 1
                                 where id = :id and version = :version""")
                .param("category", answer.category())
                .param("title", answer.title())
                .param("text", answer.text())
                .param("retired", answer.retired())
                .param("id", answer.id())
                .param("version", answer.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Answer " + answer.id() + " changed after version " + answer.version());
        }
    }
}
