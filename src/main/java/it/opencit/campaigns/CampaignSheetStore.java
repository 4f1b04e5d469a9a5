// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.ProtocolNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sheets of each campaign. */
@Repository
@Transactional
class CampaignSheetStore {

    private static final String SELECT = """
            select id, campaign_id, organization_id, stage, notes, opened_at, opened_by, saved_at, saved_by, answered_at,
                   answered_by, answered_on, channel, protocol_number, protocol_date, open_until, file_id, settled_at,
                   version
              from campaigns.sheet
            """;

    private final JdbcClient jdbc;

    CampaignSheetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Sheet> of(CampaignId campaign) {
        return jdbc.sql(SELECT + " where campaign_id = :campaign order by organization_id")
                .param("campaign", campaign.value())
                .query((row, _) -> sheet(row))
                .list();
    }

    List<Sheet> of(OrganizationId organization) {
        return jdbc.sql(SELECT + " where organization_id = :organization order by campaign_id desc")
                .param("organization", organization.value())
                .query((row, _) -> sheet(row))
                .list();
    }

    Optional<Sheet> find(CampaignId campaign, OrganizationId organization) {
        return jdbc.sql(SELECT + " where campaign_id = :campaign and organization_id = :organization")
                .param("campaign", campaign.value())
                .param("organization", organization.value())
                .query((row, _) -> sheet(row))
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Sheet lock(SheetId id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> sheet(row))
                .single();
    }

    /** Gives each body its sheet; those that have one keep it. */
    int add(CampaignId campaign, Collection<OrganizationId> organizations) {
        return jdbc.sql("""
                insert into campaigns.sheet (campaign_id, organization_id)
                select :campaign, body from unnest(cast(:bodies as bigint[])) body
                on conflict (centre_id, campaign_id, organization_id) do nothing""")
                .param("campaign", campaign.value())
                .param(
                        "bodies",
                        organizations.stream().map(OrganizationId::value).toArray(Long[]::new))
                .update();
    }

    /** Remembers the first person of the body who looked at it. */
    void opened(SheetId id, String by, Instant now) {
        jdbc.sql("update campaigns.sheet set opened_at = :now, opened_by = :by where id = :id and opened_at is null")
                .param("id", id.value())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Saves the state, unless someone else changed the sheet after we read it. */
    void save(Sheet sheet) {
        SheetState.Saved saved = sheet.state().saved();
        Reply reply = sheet.state().reply();
        FileId file = sheet.file();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("stage", sheet.state().stage().name());
        parameters.put("notes", sheet.notes());
        parameters.put("savedAt", saved == null ? null : saved.at().atOffset(ZoneOffset.UTC));
        parameters.put("savedBy", saved == null ? null : saved.by());
        parameters.put("answeredAt", reply == null ? null : reply.at().atOffset(ZoneOffset.UTC));
        parameters.put("answeredBy", reply == null ? null : reply.by());
        parameters.put("answeredOn", reply == null ? null : reply.on());
        parameters.put("channel", reply == null ? null : reply.channel().name());
        ProtocolNumber protocol = reply == null ? null : reply.protocol();
        parameters.put("protocolNumber", protocol == null ? null : protocol.digits());
        parameters.put("protocolDate", reply == null ? null : reply.protocolDate());
        parameters.put("openUntil", sheet.openUntil());
        parameters.put("file", file == null ? null : file.value());
        int written = jdbc.sql("""
                update campaigns.sheet
                   set stage = :stage, notes = :notes, saved_at = :savedAt, saved_by = :savedBy,
                       answered_at = :answeredAt, answered_by = :answeredBy, answered_on = :answeredOn,
                       channel = :channel, protocol_number = :protocolNumber, protocol_date = :protocolDate,
                       open_until = :openUntil, file_id = :file, version = version + 1
                 where id = :id and version = :version""")
                .params(parameters)
                .param("id", sheet.id().value())
                .param("version", sheet.version())
                .update();
        if (written == 0) {
            throw new OptimisticLockingFailureException(
                    "Sheet " + sheet.id() + " changed after version " + sheet.version());
        }
    }

    /** What the sheet says of the body was passed on. */
    void settled(SheetId id, Instant now) {
        jdbc.sql("update campaigns.sheet set settled_at = :now where id = :id and settled_at is null")
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many sheets are at each stage, by campaign. */
    Map<CampaignId, Map<SheetStage, Long>> counts() {
        Map<CampaignId, Map<SheetStage, Long>> counts = new HashMap<>();
        jdbc.sql("""
                select campaign_id, stage, count(*) as number
                  from campaigns.sheet group by campaign_id, stage""").query(row -> {
            counts.computeIfAbsent(new CampaignId(row.getLong("campaign_id")), _ -> new EnumMap<>(SheetStage.class))
                    .put(SheetStage.valueOf(row.getString("stage")), row.getLong("number"));
        });
        return counts;
    }

    private static Sheet sheet(ResultSet row) throws SQLException {
        Long file = row.getObject("file_id", Long.class);
        return new Sheet(
                new SheetId(row.getLong("id")),
                new CampaignId(row.getLong("campaign_id")),
                new OrganizationId(row.getLong("organization_id")),
                state(row),
                row.getString("notes"),
                moment(row, "opened_at"),
                row.getString("opened_by"),
                row.getObject("open_until", LocalDate.class),
                file == null ? null : new FileId(file),
                moment(row, "settled_at"),
                row.getInt("version"));
    }

    private static SheetState state(ResultSet row) throws SQLException {
        SheetStage stage = SheetStage.valueOf(row.getString("stage"));
        if (stage == SheetStage.UNTOUCHED) {
            return new SheetState.Untouched();
        }
        var saved = new SheetState.Saved(row.getString("saved_by"), Objects.requireNonNull(moment(row, "saved_at")));
        if (stage == SheetStage.STARTED) {
            return new SheetState.Started(saved);
        }
        String protocol = row.getString("protocol_number");
        return new SheetState.Answered(
                saved,
                new Reply(
                        Objects.requireNonNull(moment(row, "answered_at")),
                        row.getString("answered_by"),
                        row.getObject("answered_on", LocalDate.class),
                        Channel.valueOf(row.getString("channel")),
                        protocol == null ? null : new ProtocolNumber(protocol),
                        row.getObject("protocol_date", LocalDate.class)));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
