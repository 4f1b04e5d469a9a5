// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import it.opencit.treasury.pages.ProvvisorioPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Names the tables of the treasurer's journal, and derives provvisori from its movements. */
@Repository
@Transactional(readOnly = true)
class JournalStore {

    /**
     * The provvisori that the movements of an import speak of, as all movements known make them. What a reversale says it
     * regularises and what the provvisorio says was regularised are the same money told twice: the larger counts.
     */
    private static final String DERIVED = """
            with touched as materialized (
                select m.exercise, m.number from treasury.journal_movement m
                 where m.import_id = :import and m.document = 'SOSPESO ENTRATA'
                union
                select l.exercise, l.number from treasury.journal_link l
                  join treasury.journal_movement m on m.centre_id = l.centre_id and m.id = l.movement_id
                 where m.import_id = :import),
            told as materialized (
                select t.exercise, t.number,
                       coalesce(sum(m.amount) filter (where m.operation = 'ESEGUITO'), 0) as amount,
                       coalesce(sum(m.amount) filter (where m.operation = 'STORNATO'), 0) as reversed,
                       coalesce(sum(m.amount) filter (where m.operation = 'REGOLARIZZATO'), 0)
                         - coalesce(sum(m.amount) filter (where m.operation = 'RIPRISTINATO'), 0) as regularised,
                       min(m.moved_on) filter (where m.operation = 'ESEGUITO') as received_on,
                       min(m.id) filter (where m.operation = 'ESEGUITO') as first_id
                  from touched t
                  left join treasury.journal_movement m
                    on m.exercise = t.exercise and m.document = 'SOSPESO ENTRATA' and m.number = t.number
                 group by t.exercise, t.number),
            linked as materialized (
                select t.exercise, t.number, coalesce(sum(l.amount), 0) as amount
                  from touched t
                  left join treasury.journal_link l on l.exercise = t.exercise and l.number = t.number
                 group by t.exercise, t.number)
            select told.*, f.payer_name, f.payer_code, f.reason, f.execution, f.reference, greatest(0, told.regularised, linked.amount) as covered, p.id as recorded,
                   p.amount as recorded_amount, p.reversed as recorded_reversed, p.regularised as recorded_regularised,
                   p.allocated
              from told join linked using (exercise, number)
              left join treasury.journal_movement f on f.id = told.first_id
              left join treasury.provvisorio p on p.treasury_year = told.exercise and p.number = told.number
             order by told.exercise, told.number""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JournalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The page of a flow, known or new. */
    long page(JournalMovement.Page page, long importId) {
        jdbc.sql("""
                        insert into treasury.journal_page (flow, page, pages, exercise, as_of, import_id)
                        values (:flow, :page, :pages, :exercise, :asOf, :import)
                        on conflict (centre_id, flow, page) do nothing""")
                .param("flow", page.flow())
                .param("page", page.page())
                .param("pages", page.pages())
                .param("exercise", page.exercise())
                .param("asOf", page.asOf())
                .param("import", importId)
                .update();
        return jdbc.sql("select id from treasury.journal_page where flow = :flow and page = :page")
                .param("flow", page.flow())
                .param("page", page.page())
                .query(Long.class)
                .single();
    }

    /** How many pages of a flow have come, and how many there are. */
    int[] pages(String flow) {
        return jdbc.sql(
                        "select count(*) as come, max(pages) as all_pages from treasury.journal_page where flow = :flow")
                .param("flow", flow)
                .query((row, _) -> new int[] {row.getInt("come"), row.getInt("all_pages")})
                .single();
    }

    /** Of some movements of a page, by position: the fingerprint of those that the page has already. */
    Map<Integer, String> known(long page, List<JournalMovement> movements) {
        Map<Integer, String> known = new LinkedHashMap<>();
        jdbc.sql(
                        "select position, fingerprint from treasury.journal_movement where page_id = :page and position = any(:positions)")
                .param("page", page)
                .param(
                        "positions",
                        movements.stream().map(JournalMovement::position).toArray(Integer[]::new))
                .query(row -> {
                    known.put(row.getInt("position"), row.getString("fingerprint"));
                });
        return known;
    }

    /** Of some movements, the fingerprints that other flows have already. */
    List<String> sentBefore(long page, List<JournalMovement> movements) {
        return jdbc.sql("""
                        select distinct m.fingerprint
                          from treasury.journal_movement m
                          join treasury.journal_page p on p.centre_id = m.centre_id and p.id = m.page_id
                         where m.fingerprint = any(:fingerprints)
                           and p.flow <> (select flow from treasury.journal_page where id = :page)""")
                .param("page", page)
                .param(
                        "fingerprints",
                        movements.stream().map(JournalMovement::fingerprint).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void insert(long page, long importId, int exercise, List<JournalMovement> movements) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> links = new ArrayList<>();
        for (JournalMovement m : movements) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("position", m.position());
            row.put("document", m.document());
            row.put("operation", m.operation());
            row.put("number", m.number());
            row.put("line", m.line());
            row.put("amount", m.amount().value());
            row.put("moved_on", m.movedOn().toString());
            row.put("payer_name", m.payerName());
            row.put("payer_code", m.payerCode());
            row.put("reason", m.reason());
            row.put("execution", m.execution());
            row.put("reference", m.reference());
            row.put("fingerprint", m.fingerprint());
            rows.add(row);
            for (JournalMovement.Link link : m.links()) {
                links.add(Map.of(
                        "position",
                        m.position(),
                        "number",
                        link.number(),
                        "amount",
                        link.amount().value()));
            }
        }
        jdbc.sql("""
                        insert into treasury.journal_movement (page_id, import_id, position, exercise, document, operation, number, line,
                               amount, moved_on, payer_name, payer_code, reason, execution, reference, fingerprint)
                        select :page, :import, position, :exercise, document, operation, number, line, amount, moved_on, payer_name,
                               payer_code, reason, execution, reference, fingerprint
                          from jsonb_to_recordset(:rows::jsonb) as r(position integer, document text, operation text,
                               number bigint, line bigint, amount numeric, moved_on date, payer_name text, payer_code text,
                               reason text, execution text, reference text, fingerprint text)
                         order by position""")
                .param("page", page)
                .param("import", importId)
                .param("exercise", exercise)
                .param("rows", json.writeValueAsString(rows))
                .update();
        if (!links.isEmpty()) {
            jdbc.sql("""
                            insert into treasury.journal_link (movement_id, exercise, number, amount)
                            select m.id, :exercise, r.number, r.amount
                              from jsonb_to_recordset(:links::jsonb) as r(position integer, number bigint, amount numeric)
                              join treasury.journal_movement m on m.page_id = :page and m.position = r.position
                             order by m.id""")
                    .param("page", page)
                    .param("exercise", exercise)
                    .param("links", json.writeValueAsString(links))
                    .update();
        }
    }

    /**
     * A provvisorio as all movements known make it, beside what is recorded.
     *
     * @param provvisorio {@code null} while the movement that received it has not come
     */
    record Derived(
            int exercise,
            long number,
            @Nullable NewProvvisorio provvisorio,
            Euro reversed,
            Euro regularised,
            @Nullable Recorded recorded) {

        String label() {
            return number + "/" + exercise;
        }

        /** What was received: as the journal tells it, or as it was recorded from elsewhere. */
        Euro amount() {
            return provvisorio != null ? provvisorio.amount() : recorded != null ? recorded.amount() : Euro.ZERO;
        }

        /** Whether more would be reversed or allocated than was received. */
        boolean doesNotFit() {
            if (provvisorio == null && recorded == null) {
                return false;
            }
            Euro allocated = recorded == null ? Euro.ZERO : recorded.allocated();
            return reversed.plus(allocated).compareTo(amount()) > 0;
        }

        boolean changes() {
            return recorded != null
                    && !(recorded.amount().equals(amount())
                            && recorded.reversed().equals(reversed)
                            && recorded.regularised().equals(regularised));
        }
    }

    /** What is recorded of a provvisorio. */
    record Recorded(ProvvisorioId id, Euro amount, Euro reversed, Euro regularised, Euro allocated) {}

    /** The provvisori that the movements of an import speak of. */
    List<Derived> derived(long importId) {
        return jdbc.sql(DERIVED)
                .param("import", importId)
                .query((row, _) -> derived(row))
                .list();
    }

    private static Derived derived(ResultSet row) throws SQLException {
        Euro amount = Euro.exactly(row.getBigDecimal("amount"));
        @Nullable Long recorded = row.getObject("recorded", Long.class);
        return new Derived(
                row.getInt("exercise"),
                row.getLong("number"),
                amount.isZero()
                        ? null
                        : new NewProvvisorio(
                                row.getInt("exercise"),
                                row.getLong("number"),
                                row.getObject("received_on", LocalDate.class),
                                row.getString("payer_name"),
                                row.getString("payer_code"),
                                null,
                                row.getString("reason"),
                                amount,
                                row.getString("execution"),
                                row.getString("reference")),
                Euro.exactly(row.getBigDecimal("reversed")),
                Euro.exactly(row.getBigDecimal("covered")),
                recorded == null
                        ? null
                        : new Recorded(
                                new ProvvisorioId(recorded),
                                Euro.exactly(row.getBigDecimal("recorded_amount")),
                                Euro.exactly(row.getBigDecimal("recorded_reversed")),
                                Euro.exactly(row.getBigDecimal("recorded_regularised")),
                                Euro.exactly(row.getBigDecimal("allocated"))));
    }

    /** Forgets the movements of a provvisorio that came with an import: the same file brings them again. */
    void forget(long importId, Derived derived) {
        jdbc.sql("""
                        delete from treasury.journal_movement
                         where import_id = :import and exercise = :exercise
                           and document = 'SOSPESO ENTRATA' and number = :number""")
                .param("import", importId)
                .param("exercise", derived.exercise())
                .param("number", derived.number())
                .update();
    }

    /** Brings recorded ones to what the journal tells. */
    void update(List<Derived> changed) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Derived derived : changed) {
            if (derived.recorded() != null) {
                rows.add(Map.of(
                        "id", derived.recorded().id().value(),
                        "amount", derived.amount().value(),
                        "reversed", derived.reversed().value(),
                        "regularised", derived.regularised().value()));
            }
        }
        jdbc.sql("""
                        update treasury.provvisorio p
                           set amount = r.amount, reversed = r.reversed, regularised = r.regularised, version = p.version + 1
                          from jsonb_to_recordset(:rows::jsonb) as r(id bigint, amount numeric, reversed numeric,
                               regularised numeric)
                         where p.id = r.id""").param("rows", json.writeValueAsString(rows)).update();
    }

    /** What the journal says of a provvisorio, in the order in which it came. */
    List<ProvvisorioPage.JournalLine> of(int exercise, long number) {
        return jdbc.sql("""
                        select m.moved_on, m.id, m.operation, m.document, m.number, m.amount, p.flow, p.page, p.pages
                          from treasury.journal_movement m
                          join treasury.journal_page p on p.centre_id = m.centre_id and p.id = m.page_id
                         where m.exercise = :exercise and m.document = 'SOSPESO ENTRATA' and m.number = :number
                        union all
                        select m.moved_on, m.id, m.operation, m.document, m.number, l.amount, p.flow, p.page, p.pages
                          from treasury.journal_link l
                          join treasury.journal_movement m on m.centre_id = l.centre_id and m.id = l.movement_id
                          join treasury.journal_page p on p.centre_id = m.centre_id and p.id = m.page_id
                         where l.exercise = :exercise and l.number = :number
                         order by moved_on, id""")
                .param("exercise", exercise)
                .param("number", number)
                .query((row, _) -> new ProvvisorioPage.JournalLine(
                        Italian.date(row.getObject("moved_on", LocalDate.class)),
                        row.getString("document").equals(JournalMovement.PROVVISORIO)
                                ? "Sospeso " + row.getString("operation").toLowerCase(Locale.ROOT)
                                : "Reversale n. " + row.getLong("number") + ", "
                                        + row.getString("operation").toLowerCase(Locale.ROOT),
                        Euro.exactly(row.getBigDecimal("amount")).inItalian(),
                        row.getString("flow") + ", pagina " + row.getInt("page") + " di " + row.getInt("pages")))
                .list();
    }
}
