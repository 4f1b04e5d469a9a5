// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was recorded on each accession, and the files that came with it. */
@Repository
class HistoryStore {

    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records an act and gives its number. */
    long add(AccessionId accession, AccessionActKind act, String summary) {
        return jdbc.sql("""
                insert into agreements.transition (accession_id, act, summary)
                values (:accession, :act, :summary)
                returning id""")
                .param("accession", accession.value())
                .param("act", act.name())
                .param("summary", summary)
                .query(Long.class)
                .single();
    }

    /** The acts on an accession, the last one first. */
    List<Transition> of(AccessionId accession) {
        return jdbc.sql("""
                select id, accession_id, act, summary, recorded_by, recorded_at
                  from agreements.transition
                 where accession_id = :accession
                 order by id desc""")
                .param("accession", accession.value())
                .query((row, _) -> transition(row))
                .list();
    }

    /** The acts on all accessions of a body. */
    List<Transition> of(OrganizationId organization) {
        return jdbc.sql("""
                select t.id, t.accession_id, t.act, t.summary, t.recorded_by, t.recorded_at
                  from agreements.transition t
                  join agreements.accession a on a.centre_id = t.centre_id and a.id = t.accession_id
                 where a.organization_id = :organization
                 order by t.id desc""")
                .param("organization", organization.value())
                .query((row, _) -> transition(row))
                .list();
    }

    void attach(AccessionDocument document) {
        jdbc.sql("""
                insert into agreements.accession_document (accession_id, file_id, transition_id, role)
                values (:accession, :file, :transition, :role)""")
                .param("accession", document.accession().value())
                .param("file", document.file().value())
                .param("transition", document.transition())
                .param("role", document.role().name())
                .update();
    }

    List<AccessionDocument> documents(AccessionId accession) {
        return jdbc.sql("""
                select accession_id, file_id, transition_id, role
                  from agreements.accession_document
                 where accession_id = :accession
                 order by id""")
                .param("accession", accession.value())
                .query((row, _) -> document(row))
                .list();
    }

    /** The last resolution and the last signed agreement of each accession, for the list. */
    List<AccessionDocument> latestDocuments() {
        return jdbc.sql("""
                select distinct on (accession_id, role) accession_id, file_id, transition_id, role
                  from agreements.accession_document
                 where role <> 'OTHER'
                 order by accession_id, role, id desc""").query((row, _) -> document(row)).list();
    }

    private static Transition transition(ResultSet row) throws SQLException {
        return new Transition(
                row.getLong("id"),
                new AccessionId(row.getLong("accession_id")),
                AccessionActKind.valueOf(row.getString("act")),
                row.getString("summary"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static AccessionDocument document(ResultSet row) throws SQLException {
        @Nullable Long transition = row.getObject("transition_id", Long.class);
        return new AccessionDocument(
                new AccessionId(row.getLong("accession_id")),
                new FileId(row.getLong("file_id")),
                DocumentRole.valueOf(row.getString("role")),
                transition);
    }
}
