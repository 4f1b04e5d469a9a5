// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.documents.FileId;
import it.opencit.portal.ContentDraft.Attached;
import it.opencit.shared.pages.Italian;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Contents and their versions, for who edits them; what the public reads is in {@link PublishedStore}. */
@Repository
class ContentStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<KeptAttachment>> ATTACHMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ContentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record KeptAttachment(long file, String title) {}

    Optional<Content> find(ContentId id) {
        return jdbc.sql("select * from portal.content where id = :id")
                .param("id", id.value())
                .query((row, _) -> content(row))
                .optional();
    }

    /** Whether an address is another content's. */
    boolean isTaken(ContentKind kind, String slug, @Nullable ContentId except) {
        return jdbc.sql(
                        "select exists (select from portal.content where kind = :kind and slug = :slug and id <> :except)")
                .param("kind", kind.name())
                .param("slug", slug)
                .param("except", except == null ? -1 : except.value())
                .query(Boolean.class)
                .single();
    }

    ContentId add(ContentKind kind, @Nullable Section section, String slug, int weight, String title) {
        return new ContentId(jdbc.sql("""
                        insert into portal.content (kind, section, slug, weight, title)
                        values (:kind, :section, :slug, :weight, :title) returning id""")
                .param("kind", kind.name())
                .param("section", section == null ? "" : section.name())
                .param("slug", slug)
                .param("weight", weight)
                .param("title", title)
                .query(Long.class)
                .single());
    }

    void addVersion(ContentId id, ContentVersion version) {
        ContentDraft draft = version.draft();
        EventDetails event = draft.event();
        ProjectDetails project = draft.project();
        jdbc.sql("""
                        insert into portal.content_version (content_id, number, title, summary, body, title_en, summary_en, body_en,
                               picture_id, starts_at, ends_at, place, seats, enrol_until, project_state, progress, project_from,
                               project_to, attachments, note, author_name, at)
                        values (:id, :number, :title, :summary, :body, :titleEn, :summaryEn, :bodyEn, :picture, :starts, :ends,
                               :place, :seats, :enrol, :state, :progress, :from, :to, :attachments::jsonb, :note, :author, :at)""")
                .param("id", id.value())
                .param("number", version.number())
                .param("title", draft.italian().title())
                .param("summary", draft.italian().summary())
                .param("body", draft.italian().body())
                .param("titleEn", draft.english().title())
                .param("summaryEn", draft.english().summary())
                .param("bodyEn", draft.english().body())
                .param("picture", draft.picture())
                .param("starts", at(event.starts()))
                .param("ends", at(event.ends()))
                .param("place", event.place())
                .param("seats", event.seats())
                .param("enrol", at(event.enrolUntil()))
                .param("state", project.state() == null ? null : project.state().name())
                .param("progress", project.progress())
                .param("from", project.from())
                .param("to", project.to())
                .param(
                        "attachments",
                        JSON.writeValueAsString(draft.attachments().stream()
                                .map(one -> new KeptAttachment(one.file().value(), one.title()))
                                .toList()))
                .param("note", version.note())
                .param("author", version.author())
                .param("at", at(version.at()))
                .update();
    }

    /**
     * Keeps where a content stands; the title that lists show is the published one's as long as there is one.
     *
     * @throws OptimisticLockingFailureException when somebody changed it after it was read
     */
    void save(Content changed, String latestTitle) {
        int rows = jdbc.sql("""
                        update portal.content
                           set slug = :slug, section = :section, weight = :weight, state = :state, latest = :latest,
                               scheduled_at = :scheduled,
                               title = case when published is null then :title else title end, version = version + 1
                         where id = :id and version = :version""")
                .param("slug", changed.slug())
                .param(
                        "section",
                        changed.section() == null ? "" : changed.section().name())
                .param("weight", changed.weight())
                .param("state", changed.state().name())
                .param("latest", changed.latest())
                .param("scheduled", at(changed.scheduledAt()))
                .param("title", latestTitle)
                .param("id", changed.id().value())
                .param("version", changed.version())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException(
                    "Content " + changed.id() + " changed after version " + changed.version());
        }
    }

    /** Lets the public read the latest version. */
    void publish(ContentId id, Instant at) {
        jdbc.sql("""
                        update portal.content c
                           set published = v.number, published_at = coalesce(c.published_at, :at), changed_at = :at,
                               state = 'PUBLISHED', scheduled_at = null, title = v.title, summary = v.summary,
                               english = v.title_en <> '', starts_at = v.starts_at, ends_at = v.ends_at,
                               document = setweight(to_tsvector('portal.italian', v.title), 'A')
                                   || setweight(to_tsvector('portal.italian', v.summary), 'B')
                                   || setweight(to_tsvector('portal.italian', v.body || ' ' || v.place), 'C')
                                   || setweight(to_tsvector('english', v.title_en || ' ' || v.summary_en || ' ' || v.body_en), 'D'),
                               version = c.version + 1
                          from portal.content_version v
                         where v.centre_id = c.centre_id and v.content_id = c.id and v.number = c.latest and c.id = :id""").param("id", id.value()).param("at", at(at)).update();
    }

    /** Takes a content away from the public; its versions stay. */
    void archive(ContentId id) {
        jdbc.sql("""
                        update portal.content
                           set published = null, published_at = null, changed_at = null, scheduled_at = null, state = 'ARCHIVED',
                               document = '', version = version + 1
                         where id = :id""").param("id", id.value()).update();
    }

    /** What is to be published by now. */
    List<ContentId> due(Instant now) {
        return jdbc.sql("select id from portal.content where scheduled_at <= :now order by scheduled_at")
                .param("now", at(now))
                .query((row, _) -> new ContentId(row.getLong("id")))
                .list();
    }

    Optional<ContentVersion> version(ContentId id, int number) {
        return jdbc.sql("select * from portal.content_version where content_id = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .query((row, _) -> version(row))
                .optional();
    }

    /** The latest first. */
    List<ContentVersion.Line> versions(ContentId id) {
        return jdbc.sql("""
                        select number, title, note, author_name, at
                          from portal.content_version where content_id = :id order by number desc""")
                .param("id", id.value())
                .query((row, _) -> new ContentVersion.Line(
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("note"),
                        row.getString("author_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The files of all versions. */
    Set<FileId> files(ContentId id) {
        return jdbc
                .sql("select attachments from portal.content_version where content_id = :id and attachments <> '[]'")
                .param("id", id.value())
                .query((row, _) -> attachments(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .map(Attached::file)
                .collect(Collectors.toSet());
    }

    private static Content content(ResultSet row) throws SQLException {
        String section = row.getString("section");
        return new Content(
                new ContentId(row.getLong("id")),
                ContentKind.valueOf(row.getString("kind")),
                section.isEmpty() ? null : Section.valueOf(section),
                row.getString("slug"),
                ContentState.valueOf(row.getString("state")),
                row.getInt("latest"),
                row.getObject("published", Integer.class),
                moment(row, "published_at"),
                moment(row, "scheduled_at"),
                row.getString("title"),
                row.getInt("weight"),
                row.getInt("version"));
    }

    private static ContentVersion version(ResultSet row) throws SQLException {
        return new ContentVersion(
                row.getInt("number"),
                draft(row),
                row.getString("note"),
                row.getString("author_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** The columns of a version. */
    static ContentDraft draft(ResultSet row) throws SQLException {
        return new ContentDraft(
                new ContentText(row.getString("title"), row.getString("summary"), row.getString("body")),
                new ContentText(row.getString("title_en"), row.getString("summary_en"), row.getString("body_en")),
                row.getObject("picture_id", Long.class),
                event(row),
                project(row),
                attachments(row));
    }

    static List<Attached> attachments(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("attachments"), ATTACHMENTS).stream()
                .map(one -> new Attached(new FileId(one.file()), one.title()))
                .toList();
    }

    static EventDetails event(ResultSet row) throws SQLException {
        return new EventDetails(
                moment(row, "starts_at"),
                moment(row, "ends_at"),
                row.getString("place"),
                row.getObject("seats", Integer.class),
                moment(row, "enrol_until"));
    }

    static ProjectDetails project(ResultSet row) throws SQLException {
        String state = row.getString("project_state");
        return new ProjectDetails(
                state == null ? null : ProjectDetails.State.valueOf(state),
                row.getObject("progress", Integer.class),
                row.getObject("project_from", LocalDate.class),
                row.getObject("project_to", LocalDate.class));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(Italian.ROME).toOffsetDateTime();
    }
}
