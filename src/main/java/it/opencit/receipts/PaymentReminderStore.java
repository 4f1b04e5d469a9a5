// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.documents.FileId;
import it.opencit.shared.Euro;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the table of reminders. */
@Repository
class PaymentReminderStore {

    private final JdbcClient jdbc;

    PaymentReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reminders of some requests, in the order in which they left. */
    List<Reminder> of(Collection<PaymentRequestId> requests) {
        return jdbc.sql("""
                        select request_id, step, sent_on, sent_to, residual, pay_by, file_id
                          from receipts.reminder
                         where request_id = any(:requests)
                         order by request_id, array_position(array['FIRST', 'SECOND', 'FORMAL'], step)""")
                .param(
                        "requests",
                        requests.stream().map(PaymentRequestId::value).toArray(Long[]::new))
                .query((row, _) -> {
                    Long file = row.getObject("file_id", Long.class);
                    return new Reminder(
                            new PaymentRequestId(row.getLong("request_id")),
                            ReminderStep.valueOf(row.getString("step")),
                            row.getObject("sent_on", LocalDate.class),
                            row.getString("sent_to"),
                            Euro.exactly(row.getBigDecimal("residual")),
                            row.getObject("pay_by", LocalDate.class),
                            file == null ? null : new FileId(file));
                })
                .list();
    }

    /** @return whether it is new: a step is taken once */
    boolean insert(Reminder reminder) {
        FileId file = reminder.file();
        return jdbc.sql("""
                        insert into receipts.reminder (request_id, step, sent_on, sent_to, residual, pay_by, file_id)
                        values (:request, :step, :sentOn, :to, :residual, :payBy, :file)
                        on conflict (centre_id, request_id, step) do nothing""")
                        .param("request", reminder.request().value())
                        .param("step", reminder.step().name())
                        .param("sentOn", reminder.sentOn())
                        .param("to", reminder.to())
                        .param("residual", reminder.residual().value())
                        .param("payBy", reminder.payBy())
                        .param("file", file == null ? null : file.value())
                        .update()
                == 1;
    }
}
