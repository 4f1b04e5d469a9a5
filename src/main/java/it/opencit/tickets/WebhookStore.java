// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.Webhook.Delivery;
import it.opencit.tickets.Webhook.DeliveryState;
import it.opencit.tickets.Webhook.Event;
import it.opencit.tickets.Webhook.Logged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The programs of a centre that are told what happens, and what each was told. */
@Repository
@Transactional
class WebhookStore {

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Webhook> all() {
        return jdbc.sql("select id, title, address, events, active from tickets.webhook order by title, id")
                .query((row, _) -> webhook(row))
                .list();
    }

    Optional<Webhook> find(long id) {
        return jdbc.sql("select id, title, address, events, active from tickets.webhook where id = :id")
                .param("id", id)
                .query((row, _) -> webhook(row))
                .optional();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        Set<Event> events = EnumSet.noneOf(Event.class);
        List<String> codes = List.of((String[]) row.getArray("events").getArray());
        Arrays.stream(Event.values())
                .filter(event -> codes.contains(event.code()))
                .forEach(events::add);
        return new Webhook(
                row.getLong("id"), row.getString("title"), row.getString("address"), events, row.getBoolean("active"));
    }

    long add(Webhook webhook, String secret) {
        long id = jdbc.sql("""
                        insert into tickets.webhook (title, address, events, active)
                        values (:title, :address, :events, :active) returning id""")
                .param("title", webhook.title())
                .param("address", webhook.address())
                .param("events", codes(webhook))
                .param("active", webhook.active())
                .query(Long.class)
                .single();
        jdbc.sql("insert into tickets.webhook_secret (webhook_id, secret) values (:id, :secret)")
                .param("id", id)
                .param("secret", secret)
                .update();
        return id;
    }

    /** @param secret "" to leave the one there is */
    void change(Webhook webhook, String secret) {
        jdbc.sql("""
                        update tickets.webhook set title = :title, address = :address, events = :events, active = :active
                         where id = :id""")
                .param("title", webhook.title())
                .param("address", webhook.address())
                .param("events", codes(webhook))
                .param("active", webhook.active())
                .param("id", webhook.id())
                .update();
        if (!secret.isEmpty()) {
            jdbc.sql("update tickets.webhook_secret set secret = :secret where webhook_id = :id")
                    .param("secret", secret)
                    .param("id", webhook.id())
                    .update();
        }
    }

    void remove(long id) {
        jdbc.sql("delete from tickets.webhook where id = :id").param("id", id).update();
    }

    private static String[] codes(Webhook webhook) {
        return webhook.events().stream().map(Event::code).toArray(String[]::new);
    }

    /** Takes the next one that is due, so that no other node does: should this one die, it is due again at {@code retry}. */
    Optional<Delivery> takeNext(Instant now, Instant retry) {
        return jdbc.sql("""
                        update tickets.webhook_delivery d
                           set attempts = d.attempts + 1, next_attempt_at = :retry
                          from tickets.webhook w
                          join tickets.webhook_secret s on s.centre_id = w.centre_id and s.webhook_id = w.id
                         where w.centre_id = d.centre_id and w.id = d.webhook_id
                           and d.id = (select q.id from tickets.webhook_delivery q
                                         join tickets.webhook a on a.centre_id = q.centre_id and a.id = q.webhook_id
                                        where q.state = 'QUEUED' and q.next_attempt_at <= :now and a.active
                                        order by q.next_attempt_at, q.id limit 1 for update of q skip locked)
                        returning d.id, d.webhook_id, w.address, s.secret, d.event, d.body, d.attempts""")
                .param("now", TicketStore.at(now))
                .param("retry", TicketStore.at(retry))
                .query((row, _) -> new Delivery(
                        row.getLong("id"),
                        row.getLong("webhook_id"),
                        row.getString("address"),
                        row.getString("secret"),
                        row.getString("event"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .optional();
    }

    void delivered(long id, String answer, Instant now) {
        jdbc.sql("""
                        update tickets.webhook_delivery set state = 'DELIVERED', delivered_at = :now, answer = :answer
                         where id = :id""")
                .param("id", id)
                .param("now", TicketStore.at(now))
                .param("answer", answer)
                .update();
    }

    void failed(long id, DeliveryState state, String answer, Instant next) {
        jdbc.sql("""
                        update tickets.webhook_delivery set state = :state, answer = :answer, next_attempt_at = :next
                         where id = :id and state = 'QUEUED'""")
                .param("id", id)
                .param("state", state.name())
                .param("answer", answer)
                .param("next", TicketStore.at(next))
                .update();
    }

    /** Puts one back in the queue, as if it had never been tried. */
    boolean again(long webhook, long id, Instant now) {
        return jdbc.sql("""
                                update tickets.webhook_delivery set state = 'QUEUED', attempts = 0, next_attempt_at = :now
                                 where webhook_id = :webhook and id = :id""")
                        .param("webhook", webhook)
                        .param("id", id)
                        .param("now", TicketStore.at(now))
                        .update()
                > 0;
    }

    /** The latest told to a program. */
    List<Logged> log(long webhook, int limit) {
        return jdbc.sql("""
                        select id, ticket_id, event, at, state, attempts, delivered_at, answer
                          from tickets.webhook_delivery where webhook_id = :webhook order by id desc limit :limit""")
                .param("webhook", webhook)
                .param("limit", limit)
                .query((row, _) -> new Logged(
                        row.getLong("id"),
                        new TicketNumber(row.getLong("ticket_id")),
                        row.getString("event"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        TicketRow.momentOrNull(row, "delivered_at"),
                        row.getString("answer")))
                .list();
    }

    /** Forgets what arrived before a moment: the log is for looking into what goes wrong, not a history. */
    void forgetDeliveredBefore(Instant moment) {
        jdbc.sql("delete from tickets.webhook_delivery where state = 'DELIVERED' and delivered_at < :moment")
                .param("moment", TicketStore.at(moment))
                .update();
    }
}
