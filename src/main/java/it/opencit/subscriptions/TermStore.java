// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The fee terms of each subscription. */
@Repository
class TermStore {

    private final JdbcClient jdbc;

    TermStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a term; when the year has one already it stays as it is. */
    boolean add(SubscriptionId subscription, FeeTerm term, String reason) {
        return jdbc.sql("""
                        insert into subscriptions.term (subscription_id, kind, starts_on, ends_on, reason)
                        values (:subscription, :kind, :from, :to, :reason)
                        on conflict on constraint one_term_a_year do nothing""")
                        .param("subscription", subscription.value())
                        .param("kind", term.kind().name())
                        .param("from", term.from())
                        .param("to", term.to())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    boolean has(SubscriptionId subscription, int year) {
        return jdbc.sql("""
                select exists (select from subscriptions.term
                                where subscription_id = :subscription and kind = 'YEARLY' and year = :year)""")
                .param("subscription", subscription.value())
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    /** The latest year with a term, by subscription. */
    Map<SubscriptionId, Integer> lastYears(Collection<SubscriptionId> subscriptions) {
        Map<SubscriptionId, Integer> years = new HashMap<>();
        jdbc.sql("""
                select subscription_id, max(year) as year
                  from subscriptions.term
                 where subscription_id = any (:ids)
                 group by subscription_id""")
                .param("ids", subscriptions.stream().map(SubscriptionId::value).toArray(Long[]::new))
                .query(row -> {
                    years.put(new SubscriptionId(row.getLong("subscription_id")), row.getInt("year"));
                });
        return years;
    }

    /**
     * The terms of the years, of services that are or were in use. Nothing is owed for days after the last one of use: yearly
     * terms are cut there; what is owed once is owed.
     *
     * @param tacit offerings that go on by themselves: their subscriptions have a term in every year after a yearly one, until
     *     they end, also before anybody writes it
     */
    List<StoredTerm> in(Span span, Collection<OfferingId> tacit) {
        return jdbc.sql("""
                select s.id, s.offering_id, s.organization_id, s.variant, s.starts_on as first_day,
                       t.kind, t.starts_on,
                       case t.kind when 'YEARLY' then least(t.ends_on, s.ends_on) else t.ends_on end as ends_on
                  from subscriptions.term t
                  join subscriptions.subscription s on s.centre_id = t.centre_id and s.id = t.subscription_id
                 where t.year between :firstYear and :lastYear
                   and s.stage in ('ACTIVE', 'IN_TERMINATION', 'TERMINATED')
                   and (t.kind <> 'YEARLY' or s.ends_on is null or t.starts_on <= s.ends_on)
                   and (cast(:ids as bigint[]) is null or s.id = any (:ids))
                union all
                select s.id, s.offering_id, s.organization_id, s.variant, s.starts_on,
                       'YEARLY', make_date(y.year, 1, 1), least(make_date(y.year, 12, 31), s.ends_on)
                  from subscriptions.subscription s
                  join generate_series(cast(:firstYear as integer), cast(:lastYear as integer)) y(year)
                    on s.starts_on < make_date(y.year, 1, 1)
                   and (s.ends_on is null or s.ends_on >= make_date(y.year, 1, 1))
                 where s.offering_id = any (:tacit) and s.stage in ('ACTIVE', 'IN_TERMINATION', 'TERMINATED')
                   and (cast(:ids as bigint[]) is null or s.id = any (:ids))
                   and exists (select from subscriptions.term before
                                where before.centre_id = s.centre_id and before.subscription_id = s.id
                                  and before.kind = 'YEARLY' and before.year < y.year)
                   and not exists (select from subscriptions.term own
                                    where own.centre_id = s.centre_id and own.subscription_id = s.id
                                      and own.kind = 'YEARLY' and own.year = y.year)
                 order by 3, 1, 7, 6""")
                .param("firstYear", span.firstYear())
                .param("lastYear", span.lastYear())
                .param("ids", span.ids())
                .param("tacit", tacit.stream().map(OfferingId::value).toArray(Long[]::new))
                .query((row, _) -> term(row))
                .list();
    }

    /**
     * The years in which something was consumed, of services that are or were in use; the term is the days of use.
     *
     * @param pooled offerings whose subscriptions count also in the years in which they consumed nothing: others may be charged
     *     through them
     */
    List<StoredTerm> consuming(Span span, Collection<OfferingId> pooled) {
        return jdbc.sql("""
                select s.id, s.offering_id, s.organization_id, s.variant, s.starts_on as first_day,
                       'YEARLY' as kind, greatest(s.starts_on, make_date(used.year, 1, 1)) as starts_on,
                       least(s.ends_on, make_date(used.year, 12, 31)) as ends_on
                  from (select c.centre_id, c.subscription_id, c.year
                          from subscriptions.consumption c
                         where c.year between :firstYear and :lastYear
                         union
                        select p.centre_id, p.id, y.year
                          from subscriptions.subscription p
                          join generate_series(cast(:firstYear as integer), cast(:lastYear as integer)) y(year) on true
                         where p.offering_id = any (:pooled)) used
                  join subscriptions.subscription s on s.centre_id = used.centre_id and s.id = used.subscription_id
                 where s.stage in ('ACTIVE', 'IN_TERMINATION', 'TERMINATED')
                   and extract(year from s.starts_on) <= used.year
                   and (s.ends_on is null or extract(year from s.ends_on) >= used.year)
                   and (cast(:ids as bigint[]) is null or s.id = any (:ids))
                 order by 3, 1, 7""")
                .param("firstYear", span.firstYear())
                .param("lastYear", span.lastYear())
                .param("ids", span.ids())
                .param("pooled", pooled.stream().map(OfferingId::value).toArray(Long[]::new))
                .query((row, _) -> term(row))
                .list();
    }

    private static StoredTerm term(ResultSet row) throws SQLException {
        return new StoredTerm(
                new SubscriptionId(row.getLong("id")),
                new OfferingId(row.getLong("offering_id")),
                new OrganizationId(row.getLong("organization_id")),
                row.getString("variant"),
                row.getObject("first_day", LocalDate.class),
                new FeeTerm(
                        ChargeKind.valueOf(row.getString("kind")),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)));
    }
}
