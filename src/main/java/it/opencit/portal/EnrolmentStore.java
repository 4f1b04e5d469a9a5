// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Language;
import it.opencit.shared.forms.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who comes to which event. */
@Repository
class EnrolmentStore {

    private static final String COLUMNS =
            "select id, content_id, state, name, surname, body, email, language from portal.enrolment";

    private final JdbcClient jdbc;

    EnrolmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else gives out places of an event; whether there is one that the public reads. */
    boolean lock(ContentId event) {
        return jdbc.sql("select id from portal.content where id = :event and published is not null for update")
                .param("event", event.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    int count(ContentId event, EnrolmentState state) {
        return jdbc.sql("select count(*) from portal.enrolment where content_id = :event and state = :state")
                .param("event", event.value())
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    /** Whether somebody is enrolled, or waits, with an address. */
    boolean isKnown(ContentId event, String email) {
        return jdbc.sql("""
                        select count(*) from portal.enrolment
                         where content_id = :event and lower(email) = lower(:email) and state <> 'GIVEN_UP'""")
                        .param("event", event.value())
                        .param("email", email)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param one with whatever number: it gets its own */
    long add(Enrolment one, long privacyText, Instant at) {
        return jdbc.sql("""
                        insert into portal.enrolment
                               (content_id, state, name, surname, body, email, language, privacy_text_id, consented_at, changed_at)
                        values (:event, :state, :name, :surname, :body, :email, :language, :privacy, :at, :at)
                        returning id""")
                .param("event", one.event().value())
                .param("state", one.state().name())
                .param("name", one.name())
                .param("surname", one.surname())
                .param("body", one.body())
                .param("email", one.email())
                .param("language", one.language().tag())
                .param("privacy", privacyText)
                .param("at", ContentStore.at(at))
                .query(Long.class)
                .single();
    }

    Optional<Enrolment> find(long id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query((row, _) -> enrolment(row))
                .optional();
    }

    /** Who waits, in the order in which they came. */
    List<Enrolment> waiting(ContentId event, int most) {
        return jdbc.sql(COLUMNS + " where content_id = :event and state = 'WAITING' order by id limit :most")
                .param("event", event.value())
                .param("most", most)
                .query((row, _) -> enrolment(row))
                .list();
    }

    void change(long id, EnrolmentState state, Instant at) {
        jdbc.sql("update portal.enrolment set state = :state, changed_at = :at where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("at", ContentStore.at(at))
                .update();
    }

    /** The events for which somebody waits and that have not begun. */
    List<ContentId> waitedFor(Instant now) {
        return jdbc.sql("""
                        select distinct e.content_id
                          from portal.enrolment e
                          join portal.content c on c.centre_id = e.centre_id and c.id = e.content_id
                         where e.state = 'WAITING' and c.published is not null and c.starts_at > :now""")
                .param("now", ContentStore.at(now))
                .query((row, _) -> new ContentId(row.getLong(1)))
                .list();
    }

    /** The address of an event, by its number. */
    Optional<String> slug(ContentId event) {
        return jdbc.sql(
                        "select slug from portal.content where id = :event and kind = 'EVENT' and published is not null")
                .param("event", event.value())
                .query(String.class)
                .optional();
    }

    /** The events to which somebody enrolled, the latest first, to be chosen among. */
    List<Option> events() {
        return jdbc.sql("""
                        select c.id, c.title
                          from portal.content c
                         where c.kind = 'EVENT'
                           and exists (select from portal.enrolment e where e.centre_id = c.centre_id and e.content_id = c.id)
                         order by c.starts_at desc nulls last, c.id desc
                         limit 200""")
                .query((row, _) -> new Option(row.getString("id"), row.getString("title")))
                .list();
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getLong("id"),
                new ContentId(row.getLong("content_id")),
                EnrolmentState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("surname"),
                row.getString("body"),
                row.getString("email"),
                row.getString("language").equals(Language.ENGLISH.tag()) ? Language.ENGLISH : Language.ITALIAN);
    }
}
