// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import it.opencit.documents.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mails of a centre. */
@Repository
@Transactional
class MailStore {

    private static final String COLUMNS = """
            m.id, m.key, m.recipient, m.subject, m.body, m.headers, m.state, m.attempts, m.last_error, m.created_by, m.created_at, m.sent_at,
            array(select a.file_id from notices.mail_attachment a where a.centre_id = m.centre_id and a.mail_id = m.id order by a.id) as files""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MailStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A mail that waits for the digest.
     *
     * @param link page that it is about, whole address
     */
    record Gathered(long id, Instant at, String subject, String text, String link) {}

    /** Keeps mails to be sent, but those whose key is known; how many were kept. */
    int add(List<Mail> mails, Instant now) {
        return insert(mails, MailState.QUEUED, "", now).size();
    }

    /** Keeps mails for the digest of who each is for, but those whose key is known; how many were kept. */
    int gather(List<Mail> mails, String link, Instant now) {
        return insert(mails, MailState.GATHERED, link, now).size();
    }

    /** Keeps a digest to be sent. */
    long addDigest(Mail mail, Instant now) {
        return insert(List.of(mail), MailState.QUEUED, "", now)
                .values()
                .iterator()
                .next();
    }

    /** One statement, however many they are: a piece of news goes to all who read of it. */
    private Map<String, Long> insert(List<Mail> mails, MailState state, String link, Instant now) {
        if (mails.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> ids = jdbc
                .sql("""
                        insert into notices.mail (key, recipient, subject, body, headers, state, link, created_at, next_attempt_at)
                        select key, recipient, subject, body, cast(headers as jsonb), :state, :link, :now, :now
                          from unnest(:keys::text[], :recipients::text[], :subjects::text[], :bodies::text[], :headers::text[])
                               with ordinality as mail(key, recipient, subject, body, headers, place)
                         order by place
                        on conflict (centre_id, key) do nothing
                        returning key, id""")
                .param("state", state.name())
                .param("link", link)
                .param("keys", texts(mails, Mail::key))
                .param("recipients", texts(mails, Mail::to))
                .param("subjects", texts(mails, Mail::subject))
                .param("bodies", texts(mails, Mail::text))
                .param("headers", texts(mails, mail -> json.writeValueAsString(mail.headers())))
                .param("now", at(now))
                .query((row, _) -> Map.entry(row.getString("key"), row.getLong("id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (Mail mail : mails) {
            Long id = ids.get(mail.key());
            if (id != null) {
                mail.attachments()
                        .forEach(file -> jdbc.sql(
                                        "insert into notices.mail_attachment (mail_id, file_id) values (:mail, :file)")
                                .param("mail", id)
                                .param("file", file.value())
                                .update());
            }
        }
        return ids;
    }

    private static String[] texts(List<Mail> mails, Function<Mail, String> part) {
        return mails.stream().map(part).toArray(String[]::new);
    }

    /** For whom mails wait for the digest, in small letters. */
    List<String> gatheredFor() {
        return jdbc.sql("select distinct lower(recipient) from notices.mail where state = 'GATHERED' order by 1")
                .query(String.class)
                .list();
    }

    /** What waits for somebody's digest, in its order; of no other until this transaction ends. */
    List<Gathered> takeGathered(String reader) {
        return jdbc.sql("""
                        select id, created_at, subject, body, link from notices.mail
                         where state = 'GATHERED' and lower(recipient) = :reader
                         order by id for update""")
                .param("reader", reader)
                .query((row, _) -> new Gathered(
                        row.getLong("id"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("link")))
                .list();
    }

    /** Told in a digest: they do not leave by themselves any more. */
    void digested(List<Long> ids, long digest) {
        jdbc.sql("update notices.mail set state = 'DIGESTED', digest_id = :digest where id = any (:ids)")
                .param("digest", digest)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    Optional<KeptMail> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from notices.mail m where m.id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * Takes the next mail that is due, so that no other node does: should this one die, it is due again at {@code retry}.
     */
    Optional<KeptMail> takeNext(Instant now, Instant retry) {
        return jdbc.sql("""
                        update notices.mail m
                           set attempts = attempts + 1, next_attempt_at = :retry
                         where m.id = (select id from notices.mail
                                        where state = 'QUEUED' and next_attempt_at <= :now
                                        order by next_attempt_at, id limit 1 for update skip locked)
                        returning """ + " " + COLUMNS)
                .param("now", at(now))
                .param("retry", at(retry))
                .query((row, _) -> read(row))
                .optional();
    }

    void sent(long id, Instant now) {
        jdbc.sql("update notices.mail set state = 'SENT', sent_at = :now, last_error = '' where id = :id")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    void failed(long id, MailState state, String error, Instant nextAttempt) {
        jdbc.sql("""
                        update notices.mail set state = :state, last_error = :error, next_attempt_at = :next
                         where id = :id and state = 'QUEUED'""")
                .param("id", id)
                .param("state", state.name())
                .param("error", error)
                .param("next", at(nextAttempt))
                .update();
    }

    /** Gives up those that waited for a server since before a moment: news that old would only confuse. */
    int giveUpOlderThan(Instant limit) {
        return jdbc.sql("""
                        update notices.mail set state = 'STALE'
                         where state = 'QUEUED' and attempts = 0 and created_at < :limit""").param("limit", at(limit)).update();
    }

    /** Puts a mail that did not leave back in the queue. */
    boolean queueAgain(long id, Instant now) {
        return jdbc.sql("""
                                update notices.mail
                                   set state = 'QUEUED', attempts = 1, next_attempt_at = :now, last_error = ''
                                 where id = :id and state not in ('SENT', 'DIGESTED')""").param("id", id).param("now", at(now)).update() > 0;
    }

    long count(MailState state) {
        return jdbc.sql("select count(*) from notices.mail where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    private KeptMail read(ResultSet row) throws SQLException {
        Long[] files = (Long[]) row.getArray("files").getArray();
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        return new KeptMail(
                row.getLong("id"),
                new Mail(
                        row.getString("key"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        List.copyOf(Arrays.stream(files).map(FileId::new).toList()),
                        json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {})),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                sent == null ? null : sent.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
