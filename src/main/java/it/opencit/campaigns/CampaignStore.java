// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.organizations.OrganizationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The campaigns of a centre. */
@Repository
@Transactional
class CampaignStore {

    private static final String SELECT = """
            select id, title, kind, year, opens_on, closes_on, body_text, reminder_days, announced, with_others,
                   members_only, organization_kinds, figure_kinds, stage, closed_at, closed_by, version
              from campaigns.campaign
            """;

    private final JdbcClient jdbc;

    CampaignStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, the latest first. */
    List<Campaign> all() {
        return jdbc.sql(SELECT + " order by opens_on desc, id desc")
                .query((row, _) -> campaign(row))
                .list();
    }

    Optional<Campaign> find(CampaignId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> campaign(row))
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Campaign> lock(CampaignId id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> campaign(row))
                .optional();
    }

    /** Reads it and keeps its stage as it is until the transaction ends, while others may do the same. */
    Optional<Campaign> hold(CampaignId id) {
        return jdbc.sql(SELECT + " where id = :id for share")
                .param("id", id.value())
                .query((row, _) -> campaign(row))
                .optional();
    }

    boolean titleIsTaken(String title, @Nullable CampaignId except) {
        return jdbc.sql("select exists (select from campaigns.campaign where title = :title and id <> :except)")
                .param("title", title)
                .param("except", except == null ? 0 : except.value())
                .query(Boolean.class)
                .single();
    }

    CampaignId add(CampaignDetails details) {
        return new CampaignId(
                jdbc.sql("""
                insert into campaigns.campaign (title, kind, year, opens_on, closes_on, body_text, reminder_days,
                       announced, with_others, members_only, organization_kinds, figure_kinds)
                values (:title, :kind, :year, :opensOn, :closesOn, :text, :reminderDays,
                       :announced, :withOthers, :membersOnly, :kinds, :figures)
                returning id""").params(parameters(details)).query(Long.class).single());
    }

    /** Saves what is written and the stage, unless someone else changed it after we read it. */
    void save(Campaign changed) {
        Instant closedAt = changed.closedAt();
        int saved = jdbc.sql("""
                update campaigns.campaign
                   set title = :title, kind = :kind, year = :year, opens_on = :opensOn, closes_on = :closesOn,
                       body_text = :text, reminder_days = :reminderDays, announced = :announced,
                       with_others = :withOthers, members_only = :membersOnly, organization_kinds = :kinds,
                       figure_kinds = :figures, stage = :stage, closed_at = :closedAt, closed_by = :closedBy,
                       version = version + 1
                 where id = :id and version = :version""")
                .params(parameters(changed.details()))
                .param("stage", changed.stage().name())
                .param("closedAt", closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC))
                .param("closedBy", changed.closedBy())
                .param("id", changed.id().value())
                .param("version", changed.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Campaign " + changed.id() + " changed after version " + changed.version());
        }
    }

    /** Throws a draft away. */
    boolean remove(CampaignId id, int version) {
        return jdbc.sql("delete from campaigns.campaign where id = :id and version = :version and stage = 'DRAFT'")
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> parameters(CampaignDetails details) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("title", details.title());
        parameters.put("kind", details.kind().name());
        parameters.put("year", details.year());
        parameters.put("opensOn", details.opensOn());
        parameters.put("closesOn", details.closesOn());
        parameters.put("text", details.text());
        parameters.put("reminderDays", details.reminderDays().toArray(Integer[]::new));
        parameters.put("announced", details.announced());
        parameters.put("withOthers", details.withOthers());
        parameters.put("membersOnly", details.membersOnly());
        parameters.put(
                "kinds", details.kinds().stream().map(Enum::name).sorted().toArray(String[]::new));
        parameters.put("figures", details.figures().toArray(String[]::new));
        return parameters;
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Campaign(
                new CampaignId(row.getLong("id")),
                new CampaignDetails(
                        row.getString("title"),
                        CampaignKind.valueOf(row.getString("kind")),
                        row.getInt("year"),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        row.getString("body_text"),
                        List.of((Integer[]) row.getArray("reminder_days").getArray()),
                        row.getBoolean("announced"),
                        row.getBoolean("with_others"),
                        row.getBoolean("members_only"),
                        Arrays.stream((String[])
                                        row.getArray("organization_kinds").getArray())
                                .map(OrganizationKind::valueOf)
                                .collect(Collectors.toSet()),
                        List.of((String[]) row.getArray("figure_kinds").getArray())),
                CampaignStage.valueOf(row.getString("stage")),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("closed_by"),
                row.getInt("version"));
    }
}
