// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the tables of what is in a run: lines, gaps and changes. Lines are written by thousands. */
@Repository
class DueLineStore {

    private static final int ROWS_AT_ONCE = 5000;

    private static final String SELECT = """
            select l.id, l.run_id, r.year, r.number, r.state, l.key, l.beneficiary_id, l.beneficiary, l.payer_id, l.payer, l.kind, l.title,
                   l.term_from, l.term_to, l.tariff_code, l.tariff_version, l.owed, l.before, l.net, l.vat, l.amount,
                   l.vat_reference, l.warnings, l.because, l.why::text as why
              from receipts.due_line l
              join receipts.dues_run r on r.centre_id = l.centre_id and r.id = l.run_id
            """;

    private final JdbcClient jdbc;

    DueLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line as kept in a draft, to be compared with what comes out now. */
    record Kept(long id, UUID print, OrganizationId beneficiary, String title, Euro owed) {}

    /** The lines of a draft, without their explanations. */
    Map<LineKey, Kept> kept(DuesRunId run) {
        Map<LineKey, Kept> kept = new HashMap<>();
        jdbc.sql(
                        "select id, key, payer_id, beneficiary_id, title, owed, print from receipts.due_line where run_id = :run")
                .param("run", run.value())
                .query(row -> {
                    kept.put(
                            new LineKey(row.getString("key"), new OrganizationId(row.getLong("payer_id"))),
                            new Kept(
                                    row.getLong("id"),
                                    row.getObject("print", UUID.class),
                                    new OrganizationId(row.getLong("beneficiary_id")),
                                    row.getString("title"),
                                    Euro.exactly(row.getBigDecimal("owed"))));
                });
        return kept;
    }

    /** The explanations of some lines, by identifier. */
    Map<Long, Why> whys(Collection<Long> ids) {
        Map<Long, Why> whys = new HashMap<>();
        jdbc.sql("select id, why::text as why from receipts.due_line where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    whys.put(row.getLong("id"), WhyJson.read(row.getString("why")));
                });
        return whys;
    }

    /** What was approved in a year, summed by line. */
    Map<LineKey, Owed> approved(int year) {
        Map<LineKey, Owed> approved = new HashMap<>();
        jdbc.sql("""
                        select l.key, l.payer_id, sum(l.amount) as amount, sum(l.vat) as vat
                          from receipts.due_line l
                          join receipts.dues_run r on r.centre_id = l.centre_id and r.id = l.run_id
                         where r.year = :year and r.state = 'APPROVED'
                         group by l.key, l.payer_id""").param("year", year).query(row -> {
            approved.put(
                    new LineKey(row.getString("key"), new OrganizationId(row.getLong("payer_id"))),
                    new Owed(Euro.exactly(row.getBigDecimal("amount")), Euro.exactly(row.getBigDecimal("vat"))));
        });
        return approved;
    }

    /** The last approved line of some keys of a year, as it was claimed. */
    Map<LineKey, Claim> lastApproved(int year, Collection<LineKey> keys) {
        Map<LineKey, Claim> last = new HashMap<>();
        jdbc.sql(SELECT + """
                         join unnest(:keys::text[], :payers::bigint[]) as wanted(key, payer_id)
                           on wanted.key = l.key and wanted.payer_id = l.payer_id
                        where r.year = :year and r.state = 'APPROVED'
                        order by r.number""")
                .param("keys", keys.stream().map(LineKey::key).toArray(String[]::new))
                .param("payers", keys.stream().map(key -> key.payer().value()).toArray(Long[]::new))
                .param("year", year)
                .query(row -> {
                    DueLine line = line(row);
                    last.put(new LineKey(line.key(), line.payer()), claim(line));
                });
        return last;
    }

    void insert(DuesRunId run, List<DraftLine> lines, Function<OrganizationId, String> names) {
        for (int from = 0; from < lines.size(); from += ROWS_AT_ONCE) {
            insertSome(run, lines.subList(from, Math.min(lines.size(), from + ROWS_AT_ONCE)), names);
        }
    }

    private void insertSome(DuesRunId run, List<DraftLine> lines, Function<OrganizationId, String> names) {
        int size = lines.size();
        String[] keys = new String[size];
        Long[] beneficiaries = new Long[size];
        String[] beneficiaryNames = new String[size];
        Long[] payers = new Long[size];
        String[] payerNames = new String[size];
        String[] kinds = new String[size];
        String[] titles = new String[size];
        String[] froms = new String[size];
        String[] tos = new String[size];
        String[] tariffs = new String[size];
        @Nullable Long[] versions = new Long[size];
        Long[] owed = new Long[size];
        Long[] before = new Long[size];
        Long[] vats = new Long[size];
        String[] references = new String[size];
        String[] warnings = new String[size];
        String[] because = new String[size];
        String[] prints = new String[size];
        String[] whys = new String[size];
        for (int i = 0; i < size; i++) {
            DraftLine line = lines.get(i);
            Claim claim = line.claim();
            keys[i] = claim.key();
            beneficiaries[i] = claim.beneficiary().value();
            beneficiaryNames[i] = names.apply(claim.beneficiary());
            payers[i] = claim.payer().value();
            payerNames[i] = names.apply(claim.payer());
            kinds[i] = claim.kind().name();
            titles[i] = claim.title();
            froms[i] = claim.term().from().toString();
            tos[i] = String.valueOf(claim.term().to());
            tariffs[i] = claim.tariff();
            versions[i] = claim.tariffVersion();
            owed[i] = claim.amount().cents();
            before[i] = line.before().amount().cents();
            vats[i] = line.due().vat().cents();
            references[i] = claim.vatReference();
            warnings[i] = claim.warnings();
            because[i] = line.because();
            prints[i] = line.print().toString();
            whys[i] = claim.why();
        }
        jdbc.sql("""
                        insert into receipts.due_line (run_id, key, beneficiary_id, beneficiary, payer_id, payer, kind, title, term_from, term_to,
                               tariff_code, tariff_version, owed, before, net, vat, amount, vat_reference, warnings, because,
                               print, why)
                        select :run, key, beneficiary, beneficiary_name, payer, payer_name, kind, title, term_from, term_to, tariff, version, owed / 100.0,
                               before / 100.0, (owed - before - vat) / 100.0, vat / 100.0, (owed - before) / 100.0, reference,
                               warnings, because, print, why::json
                          from unnest(:keys::text[], :beneficiaries::bigint[], :beneficiaryNames::text[], :payers::bigint[],
                                      :payerNames::text[], :kinds::text[],
                                      :titles::text[], :froms::date[], :tos::date[], :tariffs::text[], :versions::bigint[],
                                      :owed::bigint[], :before::bigint[], :vats::bigint[], :references::text[],
                                      :warnings::text[], :because::text[], :prints::uuid[], :whys::text[])
                            as line(key, beneficiary, beneficiary_name, payer, payer_name, kind, title, term_from, term_to, tariff, version, owed, before,
                                    vat, reference, warnings, because, print, why)""")
                .param("run", run.value())
                .param("keys", keys)
                .param("beneficiaries", beneficiaries)
                .param("beneficiaryNames", beneficiaryNames)
                .param("payers", payers)
                .param("payerNames", payerNames)
                .param("kinds", kinds)
                .param("titles", titles)
                .param("froms", froms)
                .param("tos", tos)
                .param("tariffs", tariffs)
                .param("versions", versions)
                .param("owed", owed)
                .param("before", before)
                .param("vats", vats)
                .param("references", references)
                .param("warnings", warnings)
                .param("because", because)
                .param("prints", prints)
                .param("whys", whys)
                .update();
    }

    void delete(Collection<Long> ids) {
        jdbc.sql("delete from receipts.due_line where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Takes out of a draft whatever is in it. */
    void clear(DuesRunId run) {
        for (String table : List.of("due_line", "due_gap", "dues_change")) {
            jdbc.sql("delete from receipts." + table + " where run_id = :run")
                    .param("run", run.value())
                    .update();
        }
    }

    /** Puts the gaps of a computation in place of those of the one before. */
    void putGaps(DuesRunId run, List<Gap> gaps) {
        jdbc.sql("delete from receipts.due_gap where run_id = :run")
                .param("run", run.value())
                .update();
        jdbc.sql("""
                        insert into receipts.due_gap (run_id, key, beneficiary_id, title, reason)
                        select :run, * from unnest(:keys::text[], :bodies::bigint[], :titles::text[], :reasons::text[])""")
                .param("run", run.value())
                .param("keys", gaps.stream().map(Gap::key).toArray(String[]::new))
                .param(
                        "bodies",
                        gaps.stream().map(gap -> gap.beneficiary().value()).toArray(Long[]::new))
                .param("titles", gaps.stream().map(Gap::title).toArray(String[]::new))
                .param("reasons", gaps.stream().map(Gap::reason).toArray(String[]::new))
                .update();
    }

    List<Gap> gaps(DuesRunId run) {
        return jdbc.sql(
                        "select key, beneficiary_id, title, reason from receipts.due_gap where run_id = :run order by key")
                .param("run", run.value())
                .query((row, _) -> new Gap(
                        row.getString("key"),
                        new OrganizationId(row.getLong("beneficiary_id")),
                        row.getString("title"),
                        row.getString("reason")))
                .list();
    }

    /** Puts what a computation changed in place of what the one before did. */
    void putChanges(DuesRunId run, List<DuesChange> changes) {
        jdbc.sql("delete from receipts.dues_change where run_id = :run")
                .param("run", run.value())
                .update();
        jdbc.sql("""
                        insert into receipts.dues_change (run_id, key, beneficiary_id, payer_id, title, before, after, because)
                        select :run, key, beneficiary, payer, title, before / 100.0, after / 100.0, because
                          from unnest(:keys::text[], :beneficiaries::bigint[], :payers::bigint[], :titles::text[],
                                      :before::bigint[], :after::bigint[], :because::text[])
                            as change(key, beneficiary, payer, title, before, after, because)""")
                .param("run", run.value())
                .param("keys", changes.stream().map(DuesChange::key).toArray(String[]::new))
                .param(
                        "beneficiaries",
                        changes.stream().map(one -> one.beneficiary().value()).toArray(Long[]::new))
                .param(
                        "payers",
                        changes.stream().map(one -> one.payer().value()).toArray(Long[]::new))
                .param("titles", changes.stream().map(DuesChange::title).toArray(String[]::new))
                .param(
                        "before",
                        changes.stream().map(one -> cents(one.before())).toArray(Long[]::new))
                .param("after", changes.stream().map(one -> cents(one.after())).toArray(Long[]::new))
                .param("because", changes.stream().map(DuesChange::because).toArray(String[]::new))
                .update();
    }

    List<DuesChange> changes(DuesRunId run) {
        return jdbc.sql("""
                        select key, beneficiary_id, payer_id, title, before, after, because
                          from receipts.dues_change
                         where run_id = :run
                         order by abs(coalesce(after, 0) - coalesce(before, 0)) desc, key, payer_id""")
                .param("run", run.value())
                .query((row, _) -> new DuesChange(
                        row.getString("key"),
                        new OrganizationId(row.getLong("beneficiary_id")),
                        new OrganizationId(row.getLong("payer_id")),
                        row.getString("title"),
                        euro(row, "before"),
                        euro(row, "after"),
                        row.getString("because")))
                .list();
    }

    /** How much of each kind is in a run. */
    record Total(LineKind kind, int lines, Euro amount) {}

    List<Total> totals(DuesRunId run) {
        return jdbc.sql("""
                        select kind, count(*) as lines, sum(amount) as amount
                          from receipts.due_line
                         where run_id = :run
                         group by kind
                         order by array_position(array['QUOTA', 'ACTIVATION', 'YEARLY', 'CONSUMPTION'], kind)""")
                .param("run", run.value())
                .query((row, _) -> new Total(
                        LineKind.valueOf(row.getString("kind")),
                        row.getInt("lines"),
                        Euro.exactly(row.getBigDecimal("amount"))))
                .list();
    }

    /** The lines of a run, in order of key. */
    List<DueLine> of(DuesRunId run) {
        return jdbc.sql(SELECT + " where l.run_id = :run order by l.key, l.payer_id")
                .param("run", run.value())
                .query((row, _) -> line(row))
                .list();
    }

    /** What a payer pays in a run, in order of beneficiary. */
    List<DueLine> of(DuesRunId run, OrganizationId payer) {
        return jdbc.sql(
                        SELECT
                                + " where l.run_id = :run and l.payer_id = :payer order by l.beneficiary_id, l.kind, l.title, l.id")
                .param("run", run.value())
                .param("payer", payer.value())
                .query((row, _) -> line(row))
                .list();
    }

    /** The approved lines of some sources ({@link DueLine#source()}); what is no source of ours is left out. */
    List<DueLine> ofSources(Collection<String> sources) {
        List<String[]> read = sources.stream()
                .map(source -> source.split("/", -1))
                .filter(parts -> parts.length == 5 && parts[0].equals("dues"))
                .toList();
        return jdbc.sql(SELECT + """
                         join unnest(:years::int[], :numbers::int[], :keys::text[], :payers::bigint[])
                              as wanted(year, number, key, payer_id)
                           on wanted.year = r.year and wanted.number = r.number and wanted.key = l.key
                              and wanted.payer_id = l.payer_id""")
                .param("years", read.stream().map(parts -> parts[1]).toArray(String[]::new))
                .param("numbers", read.stream().map(parts -> parts[2]).toArray(String[]::new))
                .param("keys", read.stream().map(parts -> parts[3]).toArray(String[]::new))
                .param("payers", read.stream().map(parts -> parts[4]).toArray(String[]::new))
                .query((row, _) -> line(row))
                .list();
    }

    /** The lines that each request asks for: those of its run and payer that are owed. */
    Map<PaymentRequestId, List<DueLine>> ofRequests(
            List<DuesRunId> runs, List<OrganizationId> payers, List<PaymentRequestId> ids) {
        Map<PaymentRequestId, List<DueLine>> found = new HashMap<>();
        jdbc.sql(SELECT.replace("select l.id", "select wanted.request, l.id") + """
                         join unnest(:runs::bigint[], :payers::bigint[], :requests::bigint[]) as wanted(run_id, payer_id, request)
                           on wanted.run_id = l.run_id and wanted.payer_id = l.payer_id
                        where l.amount > 0
                        order by l.id""")
                .param("runs", runs.stream().map(DuesRunId::value).toArray(Long[]::new))
                .param("payers", payers.stream().map(OrganizationId::value).toArray(Long[]::new))
                .param("requests", ids.stream().map(PaymentRequestId::value).toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(new PaymentRequestId(row.getLong("request")), _ -> new ArrayList<>())
                            .add(line(row));
                });
        return found;
    }

    Optional<DueLine> find(long id) {
        return jdbc.sql(SELECT + " where l.id = :id")
                .param("id", id)
                .query((row, _) -> line(row))
                .optional();
    }

    /** The approved lines that a body pays or that are for it, the latest year first. */
    List<DueLine> approvedOf(OrganizationId body) {
        return jdbc.sql(SELECT + """
                        where r.state = 'APPROVED' and (l.payer_id = :body or l.beneficiary_id = :body)
                        order by r.year desc, r.number, l.kind, l.title, l.id""")
                .param("body", body.value())
                .query((row, _) -> line(row))
                .list();
    }

    private static Claim claim(DueLine line) {
        return new Claim(
                line.key(),
                line.kind(),
                line.beneficiary(),
                line.payer(),
                line.title(),
                line.term(),
                line.tariff(),
                line.tariffVersion(),
                line.vat(),
                line.owed(),
                line.vatReference(),
                line.warnings(),
                line.why());
    }

    private static DueLine line(ResultSet row) throws SQLException {
        return new DueLine(
                row.getLong("id"),
                new DuesRunId(row.getLong("run_id")),
                row.getInt("year"),
                row.getInt("number"),
                row.getString("state").equals("APPROVED"),
                row.getString("key"),
                new OrganizationId(row.getLong("beneficiary_id")),
                row.getString("beneficiary"),
                new OrganizationId(row.getLong("payer_id")),
                row.getString("payer"),
                LineKind.valueOf(row.getString("kind")),
                row.getString("title"),
                new Period(row.getObject("term_from", LocalDate.class), row.getObject("term_to", LocalDate.class)),
                row.getString("tariff_code"),
                row.getObject("tariff_version", Long.class),
                Euro.exactly(row.getBigDecimal("owed")),
                Euro.exactly(row.getBigDecimal("before")),
                Euro.exactly(row.getBigDecimal("net")),
                Euro.exactly(row.getBigDecimal("vat")),
                Euro.exactly(row.getBigDecimal("amount")),
                row.getString("vat_reference"),
                row.getString("warnings"),
                row.getString("because"),
                row.getString("why"));
    }

    private static @Nullable Long cents(@Nullable Euro amount) {
        return amount == null ? null : amount.cents();
    }

    private static @Nullable Euro euro(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : Euro.exactly(value);
    }
}
