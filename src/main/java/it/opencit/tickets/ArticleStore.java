// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.Article.Audience;
import it.opencit.tickets.Article.Feedback;
import it.opencit.tickets.Article.Found;
import it.opencit.tickets.Article.Listed;
import it.opencit.tickets.Article.State;
import it.opencit.tickets.Article.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The articles of a centre, every version of them, and whom they served. */
@Repository
class ArticleStore {

    private static final String BEGINNING = "left(regexp_replace(body, '[#*_`>\\[\\]\\s]+', ' ', 'g'), 160)";

    private final JdbcClient jdbc;

    ArticleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Article> find(long id) {
        return jdbc.sql("select * from tickets.article where id = :id")
                .param("id", id)
                .query((row, _) -> article(row))
                .optional();
    }

    /** The article that a ticket's answer became, if any. */
    Optional<Long> of(TicketNumber ticket) {
        return jdbc.sql("select min(id) from tickets.article where ticket_id = :ticket having min(id) is not null")
                .param("ticket", ticket.value())
                .query(Long.class)
                .optional();
    }

    /** Published ones that an audience may read, by words; without words the latest. */
    List<Found> search(String words, Audience reader, int limit) {
        return jdbc.sql("select id, title, " + BEGINNING + """
                         as beginning
                          from tickets.article,
                               (select websearch_to_tsquery('tickets.italian', :words) as wanted) asked
                         where state = 'PUBLISHED' and audience in (:audiences)
                           and (:words = '' or document @@ wanted)
                         order by ts_rank(document, wanted) desc, changed_at desc, id desc
                         limit :limit""")
                .param("words", words)
                .param("audiences", audiences(reader))
                .param("limit", limit)
                .query(Found.class)
                .list();
    }

    /** Those in some states that an audience may read, with some words or all, the latest changed first. */
    List<Listed> page(String words, Set<State> states, Audience reader, @Nullable Position after, int limit) {
        return jdbc.sql("select id, title, " + BEGINNING + """
                         as beginning, audience, state, category_id, version, changed_at
                          from tickets.article
                         where state in (:states) and audience in (:audiences)
                           and (:words = '' or document @@ websearch_to_tsquery('tickets.italian', :words))
                           and (cast(:at as timestamptz) is null or (changed_at, id) < (cast(:at as timestamptz), :last))
                         order by changed_at desc, id desc
                         limit :limit""")
                .param("states", states.stream().map(Enum::name).toList())
                .param("audiences", audiences(reader))
                .param("words", words)
                .param("at", after == null ? null : TicketStore.at(after.at()))
                .param("last", after == null ? 0 : after.number())
                .param("limit", limit)
                .query((row, _) -> new Listed(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("beginning").strip(),
                        Audience.valueOf(row.getString("audience")),
                        State.valueOf(row.getString("state")),
                        row.getObject("category_id", Long.class),
                        row.getInt("version"),
                        moment(row, "changed_at")))
                .list();
    }

    /** Published ones that share words with a title, those that share most first. */
    List<Found> similar(String title, Audience reader, int limit) {
        return jdbc.sql("select id, title, " + BEGINNING + """
                         as beginning
                          from tickets.article,
                               (select replace(plainto_tsquery('tickets.italian', :title)::text, '&', '|')::tsquery as wanted) asked
                         where state = 'PUBLISHED' and audience in (:audiences) and document @@ wanted
                         order by ts_rank(document, wanted) desc, id desc
                         limit :limit""")
                .param("title", title)
                .param("audiences", audiences(reader))
                .param("limit", limit)
                .query(Found.class)
                .list();
    }

    /** Which of some are published for a reader. */
    Set<Long> readable(Collection<Long> ids, Audience reader) {
        return jdbc.sql(
                        "select id from tickets.article where id = any (:ids) and state = 'PUBLISHED' and audience in (:audiences)")
                .param("ids", ids.toArray(Long[]::new))
                .param("audiences", audiences(reader))
                .query(Long.class)
                .set();
    }

    private static List<String> audiences(Audience reader) {
        return Arrays.stream(Audience.values())
                .filter(one -> one.reaches(reader))
                .map(Enum::name)
                .toList();
    }

    long add(Article article) {
        TicketNumber ticket = article.ticket();
        long id = jdbc.sql("""
                        insert into tickets.article (title, body, audience, state, category_id, ticket_id, changed_at, changed_by)
                        values (:title, :body, :audience, :state, :category, :ticket, :at, :by) returning id""")
                .param("title", article.title())
                .param("body", article.body())
                .param("audience", article.audience().name())
                .param("state", article.state().name())
                .param("category", article.category())
                .param("ticket", ticket == null ? null : ticket.value())
                .param("at", TicketStore.at(article.changed()))
                .param("by", article.changedBy())
                .query(Long.class)
                .single();
        keepVersion(id);
        return id;
    }

    /** Writes the next version, unless somebody else wrote one after it was read. */
    void change(Article article) {
        int changed = jdbc.sql("""
                        update tickets.article
                           set title = :title, body = :body, audience = :audience, state = :state, category_id = :category,
                               changed_at = :at, changed_by = :by, version = version + 1
                         where id = :id and version = :version""")
                .param("title", article.title())
                .param("body", article.body())
                .param("audience", article.audience().name())
                .param("state", article.state().name())
                .param("category", article.category())
                .param("at", TicketStore.at(article.changed()))
                .param("by", article.changedBy())
                .param("id", article.id())
                .param("version", article.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException(
                    "Article " + article.id() + " changed after version " + article.version());
        }
        keepVersion(article.id());
    }

    private void keepVersion(long id) {
        jdbc.sql("""
                        insert into tickets.article_version (article_id, version, title, body, audience, state, at, author)
                        select id, version, title, body, audience, state, changed_at, changed_by
                          from tickets.article where id = :id""").param("id", id).update();
    }

    /** Latest first. */
    List<Version> versions(long id) {
        return jdbc.sql("select * from tickets.article_version where article_id = :id order by version desc")
                .param("id", id)
                .query((row, _) -> new Version(
                        row.getInt("version"),
                        row.getString("title"),
                        Audience.valueOf(row.getString("audience")),
                        State.valueOf(row.getString("state")),
                        moment(row, "at"),
                        row.getString("author")))
                .list();
    }

    /** The text of a version. */
    Optional<String> body(long id, int version) {
        return jdbc.sql("select body from tickets.article_version where article_id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    void keep(long id, Feedback feedback) {
        jdbc.sql("""
                        insert into tickets.article_feedback (article_id, author, helpful, text, at)
                        values (:id, :author, :helpful, :text, :at)
                        on conflict (centre_id, article_id, author) do update
                           set helpful = excluded.helpful, text = excluded.text, at = excluded.at""")
                .param("id", id)
                .param("author", feedback.author())
                .param("helpful", feedback.helpful())
                .param("text", feedback.text())
                .param("at", TicketStore.at(feedback.at()))
                .update();
    }

    /** Latest first. */
    List<Feedback> feedback(long id) {
        return jdbc.sql("select * from tickets.article_feedback where article_id = :id order by at desc")
                .param("id", id)
                .query((row, _) -> new Feedback(
                        row.getBoolean("helpful"), row.getString("text"), moment(row, "at"), row.getString("author")))
                .list();
    }

    private static Article article(ResultSet row) throws SQLException {
        Long ticket = row.getObject("ticket_id", Long.class);
        return new Article(
                row.getLong("id"),
                row.getString("title"),
                row.getString("body"),
                Audience.valueOf(row.getString("audience")),
                State.valueOf(row.getString("state")),
                row.getObject("category_id", Long.class),
                ticket == null ? null : new TicketNumber(ticket),
                row.getInt("version"),
                moment(row, "changed_at"),
                row.getString("changed_by"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
