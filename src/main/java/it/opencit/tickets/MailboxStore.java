// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Names the tables of mailboxes and of how far they are read. */
@Repository
@Transactional
class MailboxStore {

    private static final String COLUMNS = """
            id, host, port, security, username, secret, folder, address, category, largest_bytes, read_existing, active,
            since, version""";

    private final JdbcClient jdbc;

    MailboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Mailbox> current() {
        return jdbc.sql("select " + COLUMNS + " from tickets.mailbox where current")
                .query((row, _) -> read(row))
                .optional();
    }

    /** Puts a mailbox in the place of the one there was. */
    void replace(Mailbox mailbox, int seen) {
        if (seen > 0 && jdbc.sql("""
                                update tickets.mailbox set current = false, active = false, version = version + 1
                                 where current and version = :seen""").param("seen", seen - 1).update() == 0) {
            throw new OptimisticLockingFailureException("Mailbox changed after " + seen);
        }
        bound("""
                insert into tickets.mailbox (host, port, security, username, secret, folder, address, category,
                                             largest_bytes, read_existing, active, since)
                values (:host, :port, :security, :username, :secret, :folder, :address, :category, :largest, :existing,
                        :active, :since)""", mailbox).update();
    }

    void change(Mailbox mailbox) {
        int saved = bound("""
                        update tickets.mailbox
                           set host = :host, port = :port, security = :security, username = :username, secret = :secret,
                               folder = :folder, address = :address, category = :category, largest_bytes = :largest,
                               read_existing = :existing, active = :active, since = :since, version = version + 1
                         where current and version = :version""", mailbox).param("version", mailbox.version()).update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Mailbox changed after " + mailbox.version());
        }
        readable(mailbox.id());
    }

    private JdbcClient.StatementSpec bound(String sql, Mailbox mailbox) {
        return jdbc.sql(sql)
                .param("host", mailbox.host())
                .param("port", mailbox.port())
                .param("security", mailbox.security().name())
                .param("username", mailbox.username())
                .param("secret", mailbox.secret())
                .param("folder", mailbox.folder())
                .param("address", mailbox.address())
                .param("category", mailbox.category())
                .param("largest", mailbox.largest())
                .param("existing", mailbox.existing())
                .param("active", mailbox.active())
                .param("since", mailbox.since().atOffset(ZoneOffset.UTC));
    }

    /** The last message of a mailbox that was seen; 0 when it was never read. */
    long seen(long mailbox, long validity) {
        return jdbc.sql("""
                        select seen_uid from tickets.mailbox_reading
                         where mailbox_id = :mailbox and uid_validity = :validity""")
                .param("mailbox", mailbox)
                .param("validity", validity)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Remembers how far a mailbox was read: never backwards. */
    void saw(long mailbox, long validity, long uid) {
        jdbc.sql("""
                        insert into tickets.mailbox_reading as r (mailbox_id, uid_validity, seen_uid)
                        values (:mailbox, :validity, :uid)
                        on conflict (centre_id, mailbox_id, uid_validity)
                        do update set seen_uid = greatest(r.seen_uid, excluded.seen_uid)""")
                .param("mailbox", mailbox)
                .param("validity", validity)
                .param("uid", uid)
                .update();
    }

    /** Why a mailbox is not read; the moment stays that of the first time. */
    void unreadable(long mailbox, String why, Instant now) {
        jdbc.sql("""
                        insert into tickets.mailbox_trouble as t (mailbox_id, since, what) values (:mailbox, :now, :why)
                        on conflict (centre_id, mailbox_id) do update set what = excluded.what
                         where t.what <> excluded.what""")
                .param("mailbox", mailbox)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("why", why)
                .update();
    }

    void readable(long mailbox) {
        jdbc.sql("delete from tickets.mailbox_trouble where mailbox_id = :mailbox")
                .param("mailbox", mailbox)
                .update();
    }

    /** What stands in the way of reading the mailbox in use. */
    Optional<MailboxTrouble> trouble() {
        return jdbc.sql("""
                        select t.since, t.what
                          from tickets.mailbox_trouble t
                          join tickets.mailbox m on m.centre_id = t.centre_id and m.id = t.mailbox_id
                         where m.current and m.active""")
                .query((row, _) -> new MailboxTrouble(
                        row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("what")))
                .optional();
    }

    private static Mailbox read(ResultSet row) throws SQLException {
        return new Mailbox(
                row.getLong("id"),
                row.getString("host"),
                row.getInt("port"),
                MailboxSecurity.valueOf(row.getString("security")),
                row.getString("username"),
                row.getBytes("secret"),
                row.getString("folder"),
                row.getString("address"),
                row.getString("category"),
                row.getInt("largest_bytes"),
                row.getBoolean("read_existing"),
                row.getBoolean("active"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
