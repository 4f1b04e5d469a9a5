// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Names the tables of incoming messages and of what is remembered of their senders. */
@Repository
@Transactional
class IncomingStore {

    /** After so many failures somebody has to look. */
    static final int MOST_ATTEMPTS = 3;

    private static final String COLUMNS = """
            id, received_at, size, whole, state, reason, detail, sender, sender_name, subject, ticket_id, worked_at,
            worked_by""";

    private final JdbcClient jdbc;

    IncomingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a message as it came; one that is there already stays as it is. */
    void keep(long mailbox, long validity, MailboxConnection.Fetched fetched, Instant now) {
        jdbc.sql("""
                        with kept as (
                            insert into tickets.incoming (mailbox_id, uid_validity, uid, received_at, stored_at, size, whole)
                            values (:mailbox, :validity, :uid, :received, :now, :size, :whole)
                            on conflict (centre_id, mailbox_id, uid_validity, uid) do nothing
                            returning id)
                        insert into tickets.incoming_content (incoming_id, raw) select id, :raw from kept""")
                .param("mailbox", mailbox)
                .param("validity", validity)
                .param("uid", fetched.uid())
                .param("received", at(fetched.received()))
                .param("now", at(now))
                .param("size", fetched.size())
                .param("whole", fetched.whole())
                .param("raw", fetched.raw())
                .update();
    }

    /** The number of the message that was kept last; 0 for none. */
    long latest() {
        return jdbc.sql("select coalesce(max(id), 0) from tickets.incoming")
                .query(Long.class)
                .single();
    }

    /** The ticket that a message opened or went on. */
    Optional<TicketNumber> ticketOf(long id) {
        return jdbc.sql("select ticket_id from tickets.incoming where id = :id and ticket_id is not null")
                .param("id", id)
                .query((row, _) -> new TicketNumber(row.getLong("ticket_id")))
                .optional();
    }

    /** The first stored message after another. */
    Optional<Long> nextStored(long after) {
        return jdbc.sql("select id from tickets.incoming where state = 'STORED' and id > :after order by id limit 1")
                .param("after", after)
                .query(Long.class)
                .optional();
    }

    /** A message, held until the end of the transaction; empty while somebody else holds it. */
    Optional<Incoming> lock(long id) {
        return jdbc.sql("select " + COLUMNS + " from tickets.incoming where id = :id for update skip locked")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    Incoming get(long id) {
        return jdbc.sql("select " + COLUMNS + " from tickets.incoming where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound("Incoming message " + id));
    }

    byte[] raw(long id) {
        return jdbc.sql("select raw from tickets.incoming_content where incoming_id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes("raw"))
                .single();
    }

    /** Messages of a sender that wait for its choice. */
    List<Long> waiting(String sender) {
        return jdbc.sql("select id from tickets.incoming where state = 'WAITING' and sender = :sender order by id")
                .param("sender", sender)
                .query(Long.class)
                .list();
    }

    /** Whether another message of the same identifier and sender was worked before. */
    boolean cameBefore(long id, Letter letter) {
        return !letter.messageId().isEmpty()
                && jdbc.sql("""
                                select exists (select from tickets.incoming
                                                where message_id = :message and sender = :sender and id <> :id
                                                  and state not in ('STORED', 'DUPLICATE'))""")
                        .param("message", letter.messageId())
                        .param("sender", letter.sender())
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
    }

    /** The ticket that one of these messages belongs to. */
    Optional<TicketNumber> ticketOf(Collection<String> messages) {
        return jdbc.sql("""
                        select ticket_id from tickets.incoming
                         where message_id = any (:messages) and message_id <> '' and ticket_id is not null
                         order by id desc limit 1""")
                .param("messages", messages.toArray(String[]::new))
                .query((row, _) -> new TicketNumber(row.getLong(1)))
                .optional();
    }

    /** Identifiers of the latest messages of a ticket, the last one last. */
    List<String> thread(TicketNumber number) {
        return jdbc.sql("""
                        select message_id from (
                            select id, message_id from tickets.incoming
                             where ticket_id = :ticket and message_id <> '' and state in ('TICKET', 'FOLLOW_UP')
                             order by id desc limit 8) latest
                         order by id""").param("ticket", number.value()).query(String.class).list();
    }

    /** Whether an address wrote on a ticket before; not for the body that it was moved away from. */
    boolean wrote(TicketNumber number, String address) {
        return jdbc.sql("""
                        select exists (select from tickets.incoming i
                                        where i.ticket_id = :ticket and i.sender = :address and i.state in ('TICKET', 'FOLLOW_UP')
                                          and not exists (select from tickets.ticket_event e
                                                           where e.ticket_id = :ticket and e.kind = 'BODY' and e.at >= i.worked_at))""")
                .param("ticket", number.value())
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** The bodies of the tickets whose requester left an address. */
    List<OrganizationId> earlierBodies(String address) {
        return jdbc.sql("""
                        select distinct organization_id from tickets.ticket
                         where requester_email <> '' and lower(requester_email) = lower(:address)
                           and state <> 'DELETED' order by 1""")
                .param("address", address)
                .query((row, _) -> new OrganizationId(row.getLong(1)))
                .list();
    }

    /** Writes what became of a message. */
    void settle(
            long id,
            IncomingState state,
            @Nullable QuarantineReason reason,
            Letter letter,
            @Nullable TicketNumber ticket,
            Instant now) {
        jdbc.sql("""
                        update tickets.incoming
                           set state = :state, reason = coalesce(:reason, reason), message_id = :message, sender = :sender,
                               sender_name = :name, subject = :subject, ticket_id = :ticket, worked_at = :now,
                               worked_by = opencit.current_actor()
                         where id = :id""")
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("message", letter.messageId())
                .param("sender", letter.sender())
                .param("name", letter.senderName())
                .param("subject", letter.subject())
                .param("ticket", ticket == null ? null : ticket.value())
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void discard(long id, String why, Instant now) {
        jdbc.sql("""
                        update tickets.incoming
                           set state = 'DISCARDED', detail = :why, worked_at = :now, worked_by = opencit.current_actor()
                         where id = :id""").param("why", why).param("now", at(now)).param("id", id).update();
    }

    /** Counts a failure; after {@value #MOST_ATTEMPTS} the message waits for somebody. */
    void failed(long id, String why, Instant now) {
        jdbc.sql("""
                        update tickets.incoming
                           set attempts = attempts + 1, detail = :why,
                               state = case when attempts + 1 >= :most then 'QUARANTINE' else state end,
                               reason = case when attempts + 1 >= :most then 'FAILED' else reason end,
                               worked_at = case when attempts + 1 >= :most then cast(:now as timestamptz) end
                         where id = :id and state = 'STORED'""")
                .param("why", why)
                .param("most", MOST_ATTEMPTS)
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** How many messages wait for somebody. */
    long countOpen() {
        return jdbc.sql("select count(*) from tickets.incoming where state in ('QUARANTINE', 'WAITING')")
                .query(Long.class)
                .single();
    }

    Optional<OrganizationId> choice(String address) {
        return jdbc.sql("select organization_id from tickets.sender_choice where address = :address")
                .param("address", address)
                .query((row, _) -> new OrganizationId(row.getLong(1)))
                .optional();
    }

    void choose(String address, OrganizationId body, Instant now) {
        jdbc.sql("""
                        insert into tickets.sender_choice (address, organization_id, chosen_at) values (:address, :body, :now)
                        on conflict (centre_id, address)
                        do update set organization_id = excluded.organization_id, chosen_at = excluded.chosen_at""")
                .param("address", address)
                .param("body", body.value())
                .param("now", at(now))
                .update();
    }

    /** Counts one more automatic answer to an address on a day; {@code false} when it has had as many as it may. */
    boolean mayAnswer(String address, LocalDate day, AutomaticAnswer.Kind kind) {
        return jdbc.sql("""
                        insert into tickets.automatic_answer as a (address, day, kind) values (:address, :day, :kind)
                        on conflict (centre_id, address, day, kind) do update set number = a.number + 1
                         where a.number < :most""")
                        .param("address", address)
                        .param("day", day)
                        .param("kind", kind.name())
                        .param("most", kind.most())
                        .update()
                > 0;
    }

    private static Incoming read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        Long ticket = row.getObject("ticket_id", Long.class);
        OffsetDateTime worked = row.getObject("worked_at", OffsetDateTime.class);
        return new Incoming(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getLong("size"),
                row.getBoolean("whole"),
                IncomingState.valueOf(row.getString("state")),
                reason == null ? null : QuarantineReason.valueOf(reason),
                row.getString("detail"),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                ticket == null ? null : new TicketNumber(ticket),
                worked == null ? null : worked.toInstant(),
                row.getString("worked_by"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
