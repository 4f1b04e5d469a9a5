// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures of a centre and where they are shown. */
@Repository
class PictureStore {

    private final JdbcClient jdbc;

    PictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A content that shows a picture, in one version at least. */
    record Use(long picture, long content, String title) {}

    Optional<Long> bySha256(String sha256) {
        return jdbc.sql("select id from portal.picture where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Long.class)
                .optional();
    }

    long add(String name, String words, String credit, PictureSizes.Made made, Instant at, String by) {
        long id = jdbc.sql("""
                        insert into portal.picture (words, credit, name, sha256, width, height, widths, added_at, added_by)
                        values (:words, :credit, :name, :sha256, :width, :height, :widths, :at, :by) returning id""")
                .param("words", words)
                .param("credit", credit)
                .param("name", name)
                .param("sha256", made.sha256())
                .param("width", made.width())
                .param("height", made.height())
                .param(
                        "widths",
                        made.sizes().stream().map(PictureSizes.Size::width).toArray(Integer[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
        made.sizes()
                .forEach(size -> jdbc.sql("""
                        insert into portal.picture_size (picture_id, width, content) values (:picture, :width, :content)""")
                        .param("picture", id)
                        .param("width", size.width())
                        .param("content", size.content())
                        .update());
        return id;
    }

    Optional<byte[]> content(long id, int width) {
        return jdbc.sql("select content from portal.picture_size where picture_id = :id and width = :width")
                .param("id", id)
                .param("width", width)
                .query(byte[].class)
                .optional();
    }

    List<Picture> find(Collection<Long> ids) {
        return jdbc.sql("select * from portal.picture where id = any (:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> picture(row))
                .list();
    }

    /**
     * The latest added, whose words hold each of some.
     *
     * @param before only those added before this one
     */
    List<Picture> latest(List<String> words, long before, int most) {
        return jdbc.sql("""
                        select * from portal.picture
                         where id < :before
                           and opencit.plain(words || ' ' || credit || ' ' || name) like all (
                                 select '%' || replace(replace(opencit.plain(w), '%', '\\%'), '_', '\\_') || '%' from unnest(:words) w)
                         order by id desc limit :most""")
                .param("before", before)
                .param("words", words.toArray(String[]::new))
                .param("most", most)
                .query((row, _) -> picture(row))
                .list();
    }

    /** Where some pictures are shown, each content once. */
    List<Use> uses(Collection<Long> pictures) {
        return jdbc.sql("""
                        select distinct u.picture_id as picture, u.content_id as content, v.title
                          from portal.picture_use u
                          join portal.content c on c.centre_id = u.centre_id and c.id = u.content_id
                          join portal.content_version v
                            on v.centre_id = c.centre_id and v.content_id = c.id and v.number = c.latest
                         where u.picture_id = any (:pictures) order by v.title, content""")
                .param("pictures", pictures.toArray(Long[]::new))
                .query(Use.class)
                .list();
    }

    /** Changes the words, unless somebody else changed them meanwhile. */
    void change(long id, String words, String credit, int version) {
        int changed = jdbc.sql("""
                        update portal.picture set words = :words, credit = :credit, version = version + 1
                         where id = :id and version = :version""")
                .param("words", words)
                .param("credit", credit)
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Picture " + id + " changed after version " + version);
        }
    }

    void remove(long id) {
        jdbc.sql("delete from portal.picture_size where picture_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from portal.picture where id = :id").param("id", id).update();
    }

    private static Picture picture(ResultSet row) throws SQLException {
        return new Picture(
                row.getLong("id"),
                row.getString("words"),
                row.getString("credit"),
                row.getInt("width"),
                row.getInt("height"),
                Arrays.asList((Integer[]) row.getArray("widths").getArray()),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                row.getInt("version"));
    }
}
