// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.documents.FileId;
import it.opencit.portal.ContentDraft.Attached;
import it.opencit.shared.texts.TextLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The links that stand in the contents, and the contents that links lead to. */
@Repository
class LinkStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Kept>> LINKS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A link of a version.
     *
     * @param english whether it stands in the translation
     */
    record Kept(boolean english, String words, String address, boolean picture, boolean shown) {

        static Kept of(boolean english, TextLink link) {
            return new Kept(english, link.words(), link.address(), link.picture(), link.shown());
        }

        TextLink link() {
            return new TextLink(words, address, picture, shown);
        }
    }

    /** The links of a version that somebody reads or is going to publish. */
    record Standing(
            ContentId id,
            ContentAddress at,
            String title,
            String titleEn,
            ContentState state,
            boolean published,
            Set<FileId> files,
            List<Kept> links) {}

    /** A version whose links were not read out yet. */
    record Unread(ContentId id, int number, String body, String bodyEn) {}

    /** A content that a link leads to. */
    record Found(ContentId id, ContentAddress at, ContentState state, boolean published) {}

    void keep(ContentId id, int number, List<Kept> links) {
        // Another node may have read out the same version, which never changes.
        jdbc.sql("""
                        insert into portal.version_links (content_id, number, links) values (:id, :number, :links::jsonb)
                        on conflict do nothing""")
                .param("id", id.value())
                .param("number", number)
                .param("links", JSON.writeValueAsString(links))
                .update();
    }

    /** Published and latest versions written before links were read out. */
    List<Unread> unread() {
        return jdbc.sql("""
                        select v.content_id, v.number, v.body, v.body_en
                          from portal.content c
                          join portal.content_version v
                            on v.centre_id = c.centre_id and v.content_id = c.id and v.number in (c.latest, c.published)
                         where not exists (select from portal.version_links l
                                            where l.centre_id = v.centre_id and l.content_id = v.content_id and l.number = v.number)
                         order by v.content_id, v.number""")
                .query((row, _) -> new Unread(
                        new ContentId(row.getLong("content_id")),
                        row.getInt("number"),
                        row.getString("body"),
                        row.getString("body_en")))
                .list();
    }

    /**
     * The versions with links that the public reads, and the latest of what is not archived.
     *
     * @param only of this content; {@code null} for all
     */
    List<Standing> standing(@Nullable ContentId only) {
        return jdbc.sql("""
                        select c.id, c.kind, c.section, c.slug, c.state, v.title, v.title_en, v.attachments, l.links,
                               v.number is not distinct from c.published as is_published
                          from portal.content c
                          join portal.version_links l
                            on l.centre_id = c.centre_id and l.content_id = c.id and l.number in (c.latest, c.published)
                          join portal.content_version v
                            on v.centre_id = c.centre_id and v.content_id = c.id and v.number = l.number
                         where c.state <> 'ARCHIVED' and l.links <> '[]' and (:only::bigint is null or c.id = :only)
                         order by opencit.plain(v.title), c.id, v.number""")
                .param("only", only == null ? null : only.value())
                .query((row, _) -> new Standing(
                        new ContentId(row.getLong("id")),
                        address(row),
                        row.getString("title"),
                        row.getString("title_en"),
                        ContentState.valueOf(row.getString("state")),
                        row.getBoolean("is_published"),
                        ContentStore.attachments(row).stream()
                                .map(Attached::file)
                                .collect(Collectors.toSet()),
                        JSON.readValue(row.getString("links"), LINKS)))
                .list();
    }

    /** What stands at some addresses, whether the public reads it or not; a page also where it stood in another section. */
    List<Found> at(Collection<ContentAddress> addresses) {
        return jdbc.sql("""
                        select c.id, c.kind, c.section, c.slug, c.state, c.published is not null as is_published
                          from unnest(:kinds::text[], :slugs::text[]) as wanted (kind, slug)
                          join portal.content c on c.kind = wanted.kind and c.slug = wanted.slug""")
                .param("kinds", addresses.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param("slugs", addresses.stream().map(ContentAddress::slug).toArray(String[]::new))
                .query((row, _) -> new Found(
                        new ContentId(row.getLong("id")),
                        address(row),
                        ContentState.valueOf(row.getString("state")),
                        row.getBoolean("is_published")))
                .list();
    }

    /** Some contents with their titles, whether the public reads them or not. */
    Map<ContentAddress, String> titles(Collection<ContentId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select kind, section, slug, title from portal.content where id = any (:ids)")
                        .param("ids", ids.stream().map(ContentId::value).toArray(Long[]::new))
                        .query((row, _) -> Map.entry(address(row), row.getString("title")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Files of what the public reads, of some contents, as {@code content/file}. */
    Set<String> files(Collection<Long> contents) {
        return jdbc
                .sql("""
                        select c.id, v.attachments
                          from portal.content c
                          join portal.content_version v
                            on v.centre_id = c.centre_id and v.content_id = c.id and v.number = c.published
                         where c.id = any (:ids)""")
                .param("ids", contents.toArray(Long[]::new))
                .query((row, _) -> {
                    long id = row.getLong("id");
                    return ContentStore.attachments(row).stream()
                            .map(one -> id + "/" + one.file())
                            .toList();
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private static ContentAddress address(ResultSet row) throws SQLException {
        String section = row.getString("section");
        return new ContentAddress(
                ContentKind.valueOf(row.getString("kind")),
                section.isEmpty() ? null : Section.valueOf(section),
                row.getString("slug"));
    }
}
