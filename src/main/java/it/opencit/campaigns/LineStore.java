// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.catalogue.OfferingId;
import it.opencit.subscriptions.SubscriptionId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of each sheet: services in use, and others that were answered. */
@Repository
@Transactional
class LineStore {

    private static final String COLUMNS = """
            select l.id, l.sheet_id, l.offering_id, l.subscription_id, l.answer, l.quantities, l.variant, l.note, l.outcome,
                   l.why, l.requested_id
              from campaigns.line l
            """;

    private static final String IN_CAMPAIGN = """
              join campaigns.sheet s on s.centre_id = l.centre_id and s.id = l.sheet_id
             where s.campaign_id = :campaign
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LineStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Line> of(SheetId sheet) {
        return jdbc.sql(COLUMNS + " where l.sheet_id = :sheet order by l.id")
                .param("sheet", sheet.value())
                .query((row, _) -> line(row))
                .list();
    }

    /** Every line of a campaign, sheet by sheet. */
    List<Line> of(CampaignId campaign) {
        return jdbc.sql(COLUMNS + IN_CAMPAIGN + " order by l.sheet_id, l.id")
                .param("campaign", campaign.value())
                .query((row, _) -> line(row))
                .list();
    }

    Optional<Line> find(CampaignId campaign, long id) {
        return jdbc.sql(COLUMNS + IN_CAMPAIGN + " and l.id = :id")
                .param("campaign", campaign.value())
                .param("id", id)
                .query((row, _) -> line(row))
                .optional();
    }

    /** Reads a line of a campaign and keeps others from settling it until the transaction ends. */
    Optional<Line> lock(CampaignId campaign, long id) {
        return jdbc.sql(COLUMNS + IN_CAMPAIGN + " and l.id = :id for update of l")
                .param("campaign", campaign.value())
                .param("id", id)
                .query((row, _) -> line(row))
                .optional();
    }

    /** Adds the services in use that sheets do not show yet; an answer given before about one of them stays. */
    int add(Collection<NewLine> services) {
        if (services.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                insert into campaigns.line (sheet_id, offering_id, subscription_id)
                select sheet, offering, subscription
                  from jsonb_to_recordset(cast(:rows as jsonb)) as r(sheet bigint, offering bigint, subscription bigint)
                on conflict (centre_id, sheet_id, offering_id) do nothing""")
                .param(
                        "rows",
                        json.writeValueAsString(services.stream()
                                .map(service -> Map.of(
                                        "sheet", service.sheet().value(),
                                        "offering", service.offering().value(),
                                        "subscription", service.subscription().value()))
                                .toList()))
                .update();
    }

    /** A service in use that a sheet is to show. */
    record NewLine(SheetId sheet, OfferingId offering, SubscriptionId subscription) {}

    /** Writes what the sheet answers: what it no longer says is forgotten. */
    void replace(SheetId sheet, Collection<LineReply> replies) {
        List<Map<String, @Nullable Object>> rows =
                replies.stream().map(LineStore::row).toList();
        Long[] named = replies.stream().map(reply -> reply.offering().value()).toArray(Long[]::new);
        String text = json.writeValueAsString(rows);
        jdbc.sql("""
                update campaigns.line set answer = null, quantities = '{}', variant = '', note = ''
                 where sheet_id = :sheet and subscription_id is not null and offering_id <> all (:named)""").param("sheet", sheet.value()).param("named", named).update();
        jdbc.sql("""
                delete from campaigns.line
                 where sheet_id = :sheet and subscription_id is null and offering_id <> all (:named)""").param("sheet", sheet.value()).param("named", named).update();
        jdbc.sql("""
                update campaigns.line l
                   set answer = r.answer, quantities = r.quantities, variant = r.variant, note = r.note
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(offering bigint, answer text, quantities jsonb, variant text, note text)
                 where l.sheet_id = :sheet and l.offering_id = r.offering and l.subscription_id is not null""").param("sheet", sheet.value()).param("rows", text).update();
        jdbc.sql("""
                insert into campaigns.line as l (sheet_id, offering_id, answer, variant, note)
                select :sheet, r.offering, r.answer, r.variant, r.note
                  from jsonb_to_recordset(cast(:rows as jsonb)) as r(offering bigint, answer text, variant text, note text)
                 where not exists (select from campaigns.line own
                                    where own.sheet_id = :sheet and own.offering_id = r.offering
                                      and own.subscription_id is not null)
                on conflict (centre_id, sheet_id, offering_id)
                do update set answer = excluded.answer, variant = excluded.variant, note = excluded.note""").param("sheet", sheet.value()).param("rows", text).update();
    }

    /** Writes what became of a line. */
    void settle(long id, LineOutcome outcome, String why, @Nullable SubscriptionId requested, Instant now) {
        jdbc.sql("""
                update campaigns.line
                   set outcome = :outcome, why = :why, requested_id = :requested, settled_at = :now,
                       settled_by = opencit.current_actor()
                 where id = :id""")
                .param("id", id)
                .param("outcome", outcome.name())
                .param("why", why)
                .param("requested", requested == null ? null : requested.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many lines wait for a decision, by campaign; none where none does. */
    Map<CampaignId, Long> toDecide() {
        Map<CampaignId, Long> counts = new HashMap<>();
        jdbc.sql("""
                select s.campaign_id, count(*) as number
                  from campaigns.line l
                  join campaigns.sheet s on s.centre_id = l.centre_id and s.id = l.sheet_id
                 where l.outcome = 'TO_DECIDE'
                 group by s.campaign_id""").query(row -> {
            counts.put(new CampaignId(row.getLong("campaign_id")), row.getLong("number"));
        });
        return counts;
    }

    private static Map<String, @Nullable Object> row(LineReply reply) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        LineAnswer answer = reply.answer();
        row.put("offering", reply.offering().value());
        row.put("answer", answer == null ? null : answer.name());
        row.put("quantities", reply.quantities());
        row.put("variant", reply.variant());
        row.put("note", reply.note());
        return row;
    }

    private Line line(ResultSet row) throws SQLException {
        Long subscription = row.getObject("subscription_id", Long.class);
        Long requested = row.getObject("requested_id", Long.class);
        String answer = row.getString("answer");
        String outcome = row.getString("outcome");
        return new Line(
                row.getLong("id"),
                new SheetId(row.getLong("sheet_id")),
                new OfferingId(row.getLong("offering_id")),
                subscription == null ? null : new SubscriptionId(subscription),
                answer == null ? null : LineAnswer.valueOf(answer),
                json.readValue(row.getString("quantities"), new TypeReference<Map<String, BigDecimal>>() {}),
                row.getString("variant"),
                row.getString("note"),
                outcome == null ? null : LineOutcome.valueOf(outcome),
                row.getString("why"),
                requested == null ? null : new SubscriptionId(requested));
    }
}
