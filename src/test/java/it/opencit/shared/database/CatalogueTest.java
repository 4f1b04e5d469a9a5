// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks the database's own catalogue: no table of a centre may be left unprotected, no reference may cross centres. */
@OpenCitTest
class CatalogueTest {

    /** Tables that belong to the installation, not to a centre; each is here for a reason. */
    private static final Set<String> GLOBAL = Set.of(
            "centres.centre", // the registry that host names lead to
            "centres.host",
            "opencit.scheduled_task", // work of the installation, centre by centre
            "access.person", // one person may work at many centres
            "access.sign_in_attempt",
            "access.spring_session", // before the centre is known
            "access.spring_session_attributes");

    /** What is computed from rows that are audited: words to search, sums. */
    private static final Set<String> DERIVED = Set.of(
            "tickets.ticket_text",
            "tickets.tally",
            "tickets.ticket_parts",
            "tickets.draft",
            "tickets.to_watch",
            "tickets.alarm",
            "tickets.measure",
            "tickets.supplier_time",
            "tickets.webhook_delivery",
            "tickets.glpi_row",
            "tickets.glpi_ticket",
            "tickets.spent_form",
            "tickets.attempt",
            "portal.offering_text",
            "portal.picture_use",
            "portal.version_links",
            "portal.outside_link");

    /** What signs: whoever reads the audit trail must not be able to. */
    private static final Set<String> SECRET = Set.of("tickets.link_key", "tickets.webhook_secret");

    /** What comes from outside and never changes, and how far it was read: the trail would only hold it twice. */
    private static final Set<String> RECEIVED =
            Set.of("tickets.incoming_content", "tickets.mailbox_reading", "portal.picture_size");

    /** The trail itself, and what shows whether it was touched: they can only be added to. */
    private static final Set<String> TRAIL = Set.of("opencit.audit_entry", "trail.seal", "trail.verification");

    private static final String OUR_TABLES = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public')
              and n.nspname not like 'pg\\_%' and c.relname not like 'flyway\\_schema\\_history%'
            """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Test
    void everyTableIsOfACentreOrListedAsGlobal() {
        assertThat(
                        tables(
                                "not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'centre_id' and a.attnotnull)"))
                .containsExactlyInAnyOrderElementsOf(GLOBAL.stream()
                        .filter(table -> !table.equals("centres.host"))
                        .toList());
    }

    @Test
    void everyTableOfACentreHasForcedRowSecurityAndAPolicy() {
        assertThat(
                        tables(
                                "not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))"))
                .isSubsetOf(GLOBAL);
    }

    @Test
    void everyTableOfACentreIsAudited() {
        assertThat(tables("not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audit')"))
                .allMatch(table -> GLOBAL.contains(table)
                        || DERIVED.contains(table)
                        || SECRET.contains(table)
                        || RECEIVED.contains(table)
                        || TRAIL.contains(table));
    }

    @Test
    void everyKeyAndReferenceOfACentreBeginsWithIt() {
        List<String> wrong = jdbc.sql("""
                        select n.nspname || '.' || c.relname || ': ' || k.conname
                          from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                          left join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
                         where k.contype in ('p', 'f')
                           and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'centre_id')
                           and c.oid <> 'centres.host'::regclass
                           and (a.attname <> 'centre_id' or f.attname not in ('centre_id', 'id'))
                           and (k.contype = 'p' or exists (select from pg_attribute r where r.attrelid = k.confrelid and r.attname = 'centre_id'))
                        """).query(String.class).list();
        assertThat(wrong).isEmpty();
    }

    @Test
    void theRoleThatServesOwnsNothingAndCannotBypass() {
        Map<String, Object> role = jdbc.sql(
                        "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong, "
                                + "exists (select from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user")
                .query()
                .singleRow();
        assertThat(role).containsEntry("strong", false).containsEntry("owns", false);
    }

    @Test
    void withoutACentreNoRowOfAnyCentreIsSeen() {
        assertThat(jdbc.sql("select count(*) from access.role_grant")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theAuditTrailCannotBeRewritten() {
        assertThatThrownBy(() -> cast.at(
                        Cast.BRESCIA,
                        () -> jdbc.sql("update opencit.audit_entry set actor = 'nobody'")
                                .update()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> cast.at(
                        Cast.BRESCIA,
                        () -> jdbc.sql("delete from opencit.audit_entry").update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void anotherCentresRowsCannotBeReadChangedOrWritten() {
        long lecco = cast.centre("lecco").id();
        cast.at(Cast.BRESCIA, () -> {
            for (String table : tables(
                    "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'centre_id') and c.oid <> 'centres.host'::regclass")) {
                assertThat(jdbc.sql("select count(*) from " + table + " where centre_id = :lecco")
                                .param("lecco", lecco)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
            assertThat(jdbc.sql("update centres.centre set name = 'Preso' where id = :lecco")
                            .param("lecco", lecco)
                            .update())
                    .isZero();
        });
        assertThatThrownBy(() -> cast.at(
                        Cast.BRESCIA,
                        () -> jdbc.sql(
                                        "insert into access.role_grant (centre_id, person_id, role) values (:lecco, 1, 'OPERATORE')")
                                .param("lecco", lecco)
                                .update()))
                .hasStackTraceContaining("row-level security");
    }

    private List<String> tables(String condition) {
        return jdbc.sql("select n.nspname || '.' || c.relname " + OUR_TABLES + " and " + condition + " order by 1")
                .query(String.class)
                .list();
    }
}
