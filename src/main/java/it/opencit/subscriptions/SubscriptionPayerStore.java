// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Percentage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who pays for the services of whom. */
@Repository
class SubscriptionPayerStore {

    private final JdbcClient jdbc;

    SubscriptionPayerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SubscriptionPayer> of(Collection<SubscriptionId> subscriptions) {
        return jdbc.sql("""
                select subscription_id, organization_id, percent, from_year, to_year
                  from subscriptions.payer
                 where subscription_id = any (:ids)
                 order by subscription_id, from_year, id""")
                .param("ids", subscriptions.stream().map(SubscriptionId::value).toArray(Long[]::new))
                .query((row, _) -> payer(row))
                .list();
    }

    /** Who pays in each year; a subscription whose body pays by itself is not there. */
    Map<InYear, List<PayerShare>> in(Span span) {
        Map<InYear, List<PayerShare>> found = new HashMap<>();
        jdbc.sql("""
                select subscription_id, organization_id, percent, from_year, to_year
                  from subscriptions.payer
                 where from_year <= :lastYear and coalesce(to_year, :firstYear) >= :firstYear
                   and (cast(:ids as bigint[]) is null or subscription_id = any (:ids))
                 order by subscription_id, id""")
                .param("firstYear", span.firstYear())
                .param("lastYear", span.lastYear())
                .param("ids", span.ids())
                .query(row -> {
                    SubscriptionPayer payer = payer(row);
                    for (int year = span.firstYear(); year <= span.lastYear(); year++) {
                        if (payer.holdsIn(year)) {
                            found.computeIfAbsent(new InYear(payer.subscription(), year), _ -> new ArrayList<>())
                                    .add(payer.share());
                        }
                    }
                });
        return found;
    }

    /** From a year on these pay, and nobody else; what held before stays for the years before. */
    void replace(SubscriptionId subscription, List<PayerShare> shares, int fromYear) {
        jdbc.sql("delete from subscriptions.payer where subscription_id = :subscription and from_year >= :year")
                .param("subscription", subscription.value())
                .param("year", fromYear)
                .update();
        jdbc.sql("""
                update subscriptions.payer
                   set to_year = :year - 1
                 where subscription_id = :subscription and coalesce(to_year, :year) >= :year""")
                .param("subscription", subscription.value())
                .param("year", fromYear)
                .update();
        for (PayerShare share : shares) {
            jdbc.sql("""
                    insert into subscriptions.payer (subscription_id, organization_id, percent, from_year)
                    values (:subscription, :payer, :percent, :year)""")
                    .param("subscription", subscription.value())
                    .param("payer", share.payer().value())
                    .param("percent", share.share().value())
                    .param("year", fromYear)
                    .update();
        }
    }

    private static SubscriptionPayer payer(ResultSet row) throws SQLException {
        BigDecimal percent = row.getBigDecimal("percent").stripTrailingZeros();
        return new SubscriptionPayer(
                new SubscriptionId(row.getLong("subscription_id")),
                new PayerShare(
                        new OrganizationId(row.getLong("organization_id")),
                        new Percentage(percent.scale() < 0 ? percent.setScale(0) : percent)),
                row.getInt("from_year"),
                row.getObject("to_year", Integer.class));
    }
}
