// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses of other sites, and what was seen of them. */
@Repository
class OutsideLinkStore {

    private final JdbcClient jdbc;

    OutsideLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes up what is not known yet, to be looked at from now on; in order, so that nobody waits for who waits for it. */
    void note(Collection<String> addresses, Instant now) {
        jdbc.sql("""
                        insert into portal.outside_link (address, due_at)
                        select address, :now from unnest(:addresses::text[]) as address order by address
                        on conflict do nothing""")
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", ContentStore.at(now))
                .update();
    }

    /** Forgets every address but some. */
    void keepOnly(Collection<String> addresses) {
        jdbc.sql("delete from portal.outside_link where address <> all (:addresses::text[])")
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    /** Makes due what was not looked at since a moment. */
    void hasten(Instant since, Instant now) {
        jdbc.sql("update portal.outside_link set due_at = :now where due_at > :now and checked_at < :since")
                .param("now", ContentStore.at(now))
                .param("since", ContentStore.at(since))
                .update();
    }

    /** What is due, the longest waiting first, few of each site. */
    List<String> due(Instant now, int ofASite, int most) {
        return jdbc.sql("""
                        select address
                          from (select address, due_at,
                                       row_number() over (partition by substring(address from '^https?://([^/?]+)') order by due_at, address) as turn
                                  from portal.outside_link where due_at <= :now) as waiting
                         where turn <= :ofASite
                         order by due_at, address
                         limit :most""")
                .param("now", ContentStore.at(now))
                .param("ofASite", ofASite)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Keeps what was seen of an address, if it still stands in a text. */
    void saw(String address, Finding finding, String detail, Instant now, Instant again) {
        jdbc.sql("""
                        update portal.outside_link
                           set finding = :finding, detail = :detail, checked_at = :now, due_at = :again,
                               right_at = case when :finding in ('RIGHT', 'MOVED') then :now else right_at end,
                               wrong_since = case when :wrong then coalesce(wrong_since, :now) end,
                               wrong_at = case when :wrong then :now else wrong_at end
                         where address = :address""")
                .param("address", address)
                .param("finding", finding.name())
                .param("detail", detail)
                .param("wrong", finding.isWrong())
                .param("now", ContentStore.at(now))
                .param("again", ContentStore.at(again))
                .update();
    }

    Map<String, OutsideLink> find(Collection<String> addresses) {
        return jdbc
                .sql("select * from portal.outside_link where address = any (:addresses)")
                .param("addresses", addresses.toArray(String[]::new))
                .query((row, _) -> {
                    String finding = row.getString("finding");
                    return new OutsideLink(
                            row.getString("address"),
                            ContentStore.moment(row, "checked_at"),
                            finding == null ? null : Finding.valueOf(finding),
                            row.getString("detail"),
                            ContentStore.moment(row, "right_at"),
                            ContentStore.moment(row, "wrong_since"),
                            ContentStore.moment(row, "wrong_at"));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(OutsideLink::address, Function.identity()));
    }

    /**
     * How far the looking has come.
     *
     * @param all addresses that stand in texts
     * @param due that are going to be looked at soon
     * @param latest when one was looked at last; {@code null} when none ever was
     */
    record Progress(int all, int due, @Nullable Instant latest) {}

    Progress progress(Instant now) {
        return jdbc.sql("""
                        select count(*) as known, count(*) filter (where due_at <= :now) as waiting, max(checked_at) as latest
                          from portal.outside_link""")
                .param("now", ContentStore.at(now))
                .query((row, _) ->
                        new Progress(row.getInt("known"), row.getInt("waiting"), ContentStore.moment(row, "latest")))
                .single();
    }
}
