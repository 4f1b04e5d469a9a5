// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of files. */
@Repository
class FileStore {

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    FileId add(String name, FileVault.Kept kept) {
        return new FileId(jdbc.sql("""
                insert into documents.file (name, media_type, size, sha256)
                values (:name, :mediaType, :size, :sha256)
                returning id""")
                .param("name", name)
                .param("mediaType", kept.type().mediaType())
                .param("size", kept.size())
                .param("sha256", kept.sha256())
                .query(Long.class)
                .single());
    }

    List<StoredFile> find(Collection<FileId> ids) {
        return jdbc.sql("""
                select id, name, media_type, size, sha256, uploaded_by, uploaded_at
                  from documents.file
                 where id = any (:ids)
                 order by id""")
                .param("ids", ids.stream().map(FileId::value).toArray(Long[]::new))
                .query((row, _) -> file(row))
                .list();
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                new FileId(row.getLong("id")),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
