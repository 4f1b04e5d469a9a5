// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked without an account, and whether the centre lets anybody. */
@Repository
class CitizenStore {

    private final JdbcClient jdbc;

    CitizenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CitizenDesk.Settings> settings() {
        return jdbc.sql("""
                        select d.open, d.organization_id, coalesce(c.code, '') as questions
                          from tickets.citizen_desk d
                          left join tickets.category c on c.centre_id = d.centre_id and c.id = d.question_category_id""")
                .query((row, _) -> new CitizenDesk.Settings(
                        row.getBoolean("open"),
                        new OrganizationId(row.getLong("organization_id")),
                        row.getString("questions")))
                .optional();
    }

    void keep(CitizenDesk.Settings settings) {
        jdbc.sql("""
                        insert into tickets.citizen_desk (open, organization_id, question_category_id)
                        values (:open, :body, (select id from tickets.category where code = :questions))
                        on conflict (centre_id) do update
                           set open = excluded.open, organization_id = excluded.organization_id,
                               question_category_id = excluded.question_category_id""")
                .param("questions", settings.questions())
                .param("open", settings.open())
                .param("body", settings.body().value())
                .update();
    }

    /** The number of a privacy text, kept when it is read for the first time. */
    long privacyText(String text, Instant now) {
        jdbc.sql("insert into tickets.privacy_text (text, first_used) values (:text, :now) on conflict do nothing")
                .param("text", text)
                .param("now", TicketStore.at(now))
                .update();
        return jdbc.sql("select id from tickets.privacy_text where md5(text) = md5(:text)")
                .param("text", text)
                .query(Long.class)
                .single();
    }

    void add(TicketNumber number, byte[] codeHash, long privacyText, Instant consented) {
        jdbc.sql("""
                        insert into tickets.citizen (ticket_id, code_sha256, privacy_text_id, consented_at)
                        values (:ticket, :hash, :text, :at)""")
                .param("ticket", number.value())
                .param("hash", codeHash)
                .param("text", privacyText)
                .param("at", TicketStore.at(consented))
                .update();
    }

    /** What the code of a ticket was turned into; empty where nobody follows it by a code. */
    Optional<byte[]> codeHash(long number) {
        return jdbc.sql("select code_sha256 from tickets.citizen where ticket_id = :ticket")
                .param("ticket", number)
                .query(byte[].class)
                .optional();
    }

    void countWrongCode(long number) {
        jdbc.sql("update tickets.citizen set wrong_codes = wrong_codes + 1 where ticket_id = :ticket")
                .param("ticket", number)
                .update();
    }

    /** The body of a ticket that somebody follows without an account; empty for any other ticket. */
    Optional<OrganizationId> body(TicketNumber number) {
        return jdbc.sql("""
                        select t.organization_id
                          from tickets.citizen c
                          join tickets.ticket t on t.centre_id = c.centre_id and t.id = c.ticket_id
                         where c.ticket_id = :ticket""")
                .param("ticket", number.value())
                .query((row, _) -> new OrganizationId(row.getLong(1)))
                .optional();
    }
}
