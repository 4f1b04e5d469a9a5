// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.documents.FileId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files of tickets whose words are still to be read, and the words of those that were. */
@Repository
class FileWordsStore {

    private static final int MOST_TRIES = 3;

    private final JdbcClient jdbc;

    FileWordsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file to read, by the number of its attachment. */
    record Unread(long attachment, FileId file, String name) {}

    /** Takes the first that is not read, and counts that somebody began: should the program die of it, it is tried no more. */
    @Transactional
    public Optional<Unread> take() {
        return jdbc.sql("""
                        update tickets.attachment
                           set read_tries = read_tries + 1
                         where id = (select id from tickets.attachment
                                      where read_at is null and read_tries < :most
                                      order by id limit 1
                                        for update skip locked)
                        returning id, file_id, name""")
                .param("most", MOST_TRIES)
                .query((row, _) ->
                        new Unread(row.getLong("id"), new FileId(row.getLong("file_id")), row.getString("name")))
                .optional();
    }

    /**
     * Keeps the words of a file among those of its ticket, apart when the body may not find them.
     *
     * @param text "" when there is nothing to keep
     */
    @Transactional
    public void keep(Unread file, String text, FileText.Found found, Instant now) {
        jdbc.sql("""
                        with told as (
                            update tickets.attachment set read_at = :now, read_found = :found
                             where id = :attachment and read_at is null
                            returning ticket_id, visibility)
                        update tickets.ticket_text x
                           set document = x.document || setweight(to_tsvector('tickets.italian', :text),
                                                            case told.visibility when 'PUBLIC' then 'C' else 'D' end::"char")
                          from told
                         where x.id = told.ticket_id and :text <> '' and length(x.document) < 30000""")
                .param("now", TicketStore.at(now))
                .param("found", found.name())
                .param("attachment", file.attachment())
                .param("text", text)
                .update();
    }
}
