// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the table of payment requests. */
@Repository
class PaymentRequestStore {

    private static final String SELECT = """
            select q.id, q.year, q.number, q.issued_on, q.run_id, r.year as dues_year, q.payer_id, q.amount, q.channel,
                   q.document, q.notice, q.state, q.sent_on, q.sent_to, q.received_on, q.due_on, q.file_id, q.version
              from receipts.payment_request q
              join receipts.dues_run r on r.centre_id = q.centre_id and r.id = q.run_id
            """;

    private final JdbcClient jdbc;

    PaymentRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first number that is free in a year; nobody else takes it until the transaction ends. */
    int nextNumber(int year) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('receipts.payment_request', opencit.current_centre() * 10000 + :year))::text")
                .param("year", year)
                .query(String.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from receipts.payment_request where year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** A request about to be written. */
    record New(
            int year,
            int number,
            LocalDate issuedOn,
            DuesRunId run,
            OrganizationId payer,
            Euro amount,
            Channel channel,
            RequestDocument document,
            @Nullable String notice) {}

    void insert(List<New> requests) {
        jdbc.sql("""
                        insert into receipts.payment_request (year, number, issued_on, run_id, payer_id, amount, channel, document, notice)
                        select year, number, issued_on, run_id, payer_id, amount / 100.0, channel, document, notice
                          from unnest(:years::int[], :numbers::int[], :issued::date[], :runs::bigint[], :payers::bigint[],
                                      :amounts::bigint[], :channels::text[], :documents::text[], :notices::text[])
                            as q(year, number, issued_on, run_id, payer_id, amount, channel, document, notice)""")
                .param("years", requests.stream().map(New::year).toArray(Integer[]::new))
                .param("numbers", requests.stream().map(New::number).toArray(Integer[]::new))
                .param(
                        "issued",
                        requests.stream().map(one -> one.issuedOn().toString()).toArray(String[]::new))
                .param("runs", requests.stream().map(one -> one.run().value()).toArray(Long[]::new))
                .param(
                        "payers",
                        requests.stream().map(one -> one.payer().value()).toArray(Long[]::new))
                .param(
                        "amounts",
                        requests.stream().map(one -> one.amount().cents()).toArray(Long[]::new))
                .param(
                        "channels",
                        requests.stream().map(one -> one.channel().name()).toArray(String[]::new))
                .param(
                        "documents",
                        requests.stream().map(one -> one.document().name()).toArray(String[]::new))
                .param("notices", requests.stream().map(New::notice).toArray(String[]::new))
                .update();
    }

    Optional<PaymentRequest> find(PaymentRequestId id) {
        return jdbc.sql(SELECT + " where q.id = :id")
                .param("id", id.value())
                .query((row, _) -> request(row))
                .optional();
    }

    /** Those of a run, by number. */
    List<PaymentRequest> of(DuesRunId run) {
        return jdbc.sql(SELECT + " where q.run_id = :run order by q.year, q.number")
                .param("run", run.value())
                .query((row, _) -> request(row))
                .list();
    }

    /** Those for the dues of a year, by number. */
    List<PaymentRequest> ofDuesYear(int year) {
        return jdbc.sql(SELECT + " where r.year = :year order by q.year, q.number")
                .param("year", year)
                .query((row, _) -> request(row))
                .list();
    }

    List<PaymentRequest> of(OrganizationId payer) {
        return jdbc.sql(SELECT + " where q.payer_id = :payer order by q.year desc, q.number desc")
                .param("payer", payer.value())
                .query((row, _) -> request(row))
                .list();
    }

    /** Those of some payers in some runs. */
    List<PaymentRequest> ofPayers(Collection<DuesRunId> runs, Collection<OrganizationId> payers) {
        return jdbc.sql(
                        SELECT
                                + " where q.run_id = any(:runs) and q.payer_id = any(:payers) order by q.due_on, q.year, q.number")
                .param("runs", runs.stream().map(DuesRunId::value).toArray(Long[]::new))
                .param("payers", payers.stream().map(OrganizationId::value).toArray(Long[]::new))
                .query((row, _) -> request(row))
                .list();
    }

    void send(PaymentRequest request, PaymentRequest.Sending sending, Channel channel, @Nullable String notice) {
        FileId file = sending.file();
        int saved = jdbc.sql("""
                        update receipts.payment_request
                           set state = 'SENT', sent_on = :sent, sent_to = :to, received_on = :received, due_on = :due, file_id = :file,
                               channel = :channel, notice = :notice, version = version + 1
                         where id = :id and version = :version""")
                .param("id", request.id().value())
                .param("version", request.version())
                .param("sent", sending.sentOn())
                .param("to", sending.to())
                .param("received", sending.receivedOn())
                .param("due", sending.dueOn())
                .param("file", file == null ? null : file.value())
                .param("channel", channel.name())
                .param("notice", notice)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Request " + request.label() + " changed after version " + request.version());
        }
    }

    /** Keeps what was sent. */
    void keep(PaymentRequestId id, FileId file) {
        jdbc.sql("update receipts.payment_request set file_id = :file where id = :id")
                .param("id", id.value())
                .param("file", file.value())
                .update();
    }

    /** Records that many left on a day and were received then. */
    void sendAll(Collection<PaymentRequestId> ids, LocalDate day, LocalDate due) {
        jdbc.sql("""
                        update receipts.payment_request
                           set state = 'SENT', sent_on = :day, received_on = :day, due_on = :due, version = version + 1
                         where id = any(:ids) and state = 'PREPARED'""")
                .param("ids", ids.stream().map(PaymentRequestId::value).toArray(Long[]::new))
                .param("day", day)
                .param("due", due)
                .update();
    }

    private static PaymentRequest request(ResultSet row) throws SQLException {
        Long file = row.getObject("file_id", Long.class);
        return new PaymentRequest(
                new PaymentRequestId(row.getLong("id")),
                row.getInt("year"),
                row.getInt("number"),
                row.getObject("issued_on", LocalDate.class),
                new DuesRunId(row.getLong("run_id")),
                row.getInt("dues_year"),
                new OrganizationId(row.getLong("payer_id")),
                Euro.exactly(row.getBigDecimal("amount")),
                Channel.valueOf(row.getString("channel")),
                RequestDocument.valueOf(row.getString("document")),
                row.getString("notice"),
                row.getString("state").equals("PREPARED")
                        ? null
                        : new PaymentRequest.Sending(
                                row.getObject("sent_on", LocalDate.class),
                                row.getString("sent_to"),
                                row.getObject("received_on", LocalDate.class),
                                row.getObject("due_on", LocalDate.class),
                                file == null ? null : new FileId(file)),
                row.getInt("version"));
    }
}
