// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the public reads: published versions only. Each method is one query, whatever the number of contents. */
@Repository
class PublishedStore {

    private static final String TEASER = """
            select c.id, c.kind, c.section, c.slug, c.published_at, c.changed_at, v.title, v.summary, v.title_en, v.summary_en,
                   v.picture_id, v.starts_at, v.ends_at, v.place, v.seats, v.enrol_until, v.project_state, v.progress,
                   v.project_from, v.project_to
              from portal.content c
              join portal.content_version v on v.centre_id = c.centre_id and v.content_id = c.id and v.number = c.published
            """;

    private final JdbcClient jdbc;

    PublishedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Published> find(ContentKind kind, @Nullable Section section, String slug) {
        return jdbc.sql("""
                        select c.id, c.kind, c.section, c.slug, c.published_at, c.changed_at, v.*
                          from portal.content c
                          join portal.content_version v
                            on v.centre_id = c.centre_id and v.content_id = c.id and v.number = c.published
                         where c.kind = :kind and c.slug = :slug and c.section = :section""")
                .param("kind", kind.name())
                .param("slug", slug)
                .param("section", section == null ? "" : section.name())
                .query((row, _) -> published(row))
                .optional();
    }

    /** The latest published of a kind, after a given one. */
    List<Teaser> latest(ContentKind kind, @Nullable ContentId after, int limit) {
        return jdbc.sql(TEASER + """
                         where c.kind = :kind and c.published is not null
                           and (:after::bigint is null or (c.published_at, c.id) < (
                                   select a.published_at, a.id from portal.content a where a.id = :after))
                         order by c.published_at desc, c.id desc
                         limit :limit""")
                .param("kind", kind.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, _) -> teaser(row))
                .list();
    }

    /** The pages of a section, in their order. */
    List<Teaser> pages(Section section) {
        return jdbc.sql(TEASER + """
                         where c.kind = 'PAGE' and c.section = :section and c.published is not null
                         order by c.weight, c.title, c.id""")
                .param("section", section.name())
                .query((row, _) -> teaser(row))
                .list();
    }

    /** Events that have not ended, the next first. */
    List<Teaser> coming(Instant now, int limit) {
        return jdbc.sql(TEASER + """
                         where c.kind = 'EVENT' and c.published is not null
                           and c.starts_at > :now - interval '31 days' and coalesce(c.ends_at, c.starts_at) >= :now
                         order by c.starts_at, c.id
                         limit :limit""")
                .param("now", ContentStore.at(now))
                .param("limit", limit)
                .query((row, _) -> teaser(row))
                .list();
    }

    /** Events that have begun, the latest first, after a given one. */
    List<Teaser> past(Instant now, @Nullable ContentId after, int limit) {
        return jdbc.sql(TEASER + """
                         where c.kind = 'EVENT' and c.published is not null and c.starts_at < :now
                           and coalesce(c.ends_at, c.starts_at) < :now
                           and (:after::bigint is null or (c.starts_at, c.id) < (
                                   select a.starts_at, a.id from portal.content a where a.id = :after))
                         order by c.starts_at desc, c.id desc
                         limit :limit""")
                .param("now", ContentStore.at(now))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, _) -> teaser(row))
                .list();
    }

    /** Some contents, in the order asked for; those that the public does not read are left out. */
    List<Teaser> some(List<ContentId> ids) {
        Long[] numbers = ids.stream().map(ContentId::value).toArray(Long[]::new);
        return jdbc.sql(TEASER + " where c.id = any (:ids) order by array_position(:ids, c.id)")
                .param("ids", numbers)
                .query((row, _) -> teaser(row))
                .list();
    }

    /** Contents with some words, those that say most of them first. */
    List<Teaser> search(String words, int limit) {
        return jdbc.sql("""
                        with asked as (
                            select websearch_to_tsquery('portal.italian', :words) || websearch_to_tsquery('english', :words) as wanted
                        ), best as (
                            select c.id, ts_rank(c.document, wanted) as rank
                              from portal.content c, asked
                             where c.document @@ wanted and c.published is not null
                             order by rank desc, c.published_at desc, c.id desc
                             limit :limit
                        )
                        """ + TEASER
                        + " join best on best.id = c.id order by best.rank desc, c.published_at desc, c.id desc")
                .param("words", words)
                .param("limit", limit)
                .query((row, _) -> teaser(row))
                .list();
    }

    /** An address that search engines may visit, and when it last changed. */
    record Place(ContentKind kind, String section, String slug, boolean english, Instant changed) {}

    /** Every address, the latest changed first. */
    List<Place> places(int limit) {
        return jdbc.sql("""
                        select kind, section, slug, english, changed_at from portal.content
                         where published is not null order by changed_at desc, id desc limit :limit""")
                .param("limit", limit)
                .query((row, _) -> new Place(
                        ContentKind.valueOf(row.getString("kind")),
                        row.getString("section"),
                        row.getString("slug"),
                        row.getBoolean("english"),
                        java.util.Objects.requireNonNull(ContentStore.moment(row, "changed_at"))))
                .list();
    }

    private static Published published(ResultSet row) throws SQLException {
        String section = row.getString("section");
        return new Published(
                new ContentId(row.getLong("id")),
                ContentKind.valueOf(row.getString("kind")),
                section.isEmpty() ? null : Section.valueOf(section),
                row.getString("slug"),
                java.util.Objects.requireNonNull(ContentStore.moment(row, "published_at")),
                java.util.Objects.requireNonNull(ContentStore.moment(row, "changed_at")),
                ContentStore.draft(row));
    }

    private static Teaser teaser(ResultSet row) throws SQLException {
        String section = row.getString("section");
        return new Teaser(
                new ContentId(row.getLong("id")),
                ContentKind.valueOf(row.getString("kind")),
                section.isEmpty() ? null : Section.valueOf(section),
                row.getString("slug"),
                java.util.Objects.requireNonNull(ContentStore.moment(row, "published_at")),
                java.util.Objects.requireNonNull(ContentStore.moment(row, "changed_at")),
                new ContentText(row.getString("title"), row.getString("summary"), ""),
                new ContentText(row.getString("title_en"), row.getString("summary_en"), ""),
                row.getObject("picture_id", Long.class),
                ContentStore.event(row),
                ContentStore.project(row));
    }
}
