// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.organizations.OrganizationId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rounds of mails of each campaign. */
@Repository
@Transactional
class CampaignReminderStore {

    private final JdbcClient jdbc;

    CampaignReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a round for the caller; nothing when somebody had it before. */
    Optional<Long> begin(CampaignId campaign, String occasion, LocalDate on) {
        return jdbc.sql("""
                insert into campaigns.reminder (campaign_id, occasion, sent_on, bodies, mails, without_address)
                values (:campaign, :occasion, :on, 0, 0, 0)
                on conflict (centre_id, campaign_id, occasion) do nothing
                returning id""")
                .param("campaign", campaign.value())
                .param("occasion", occasion)
                .param("on", on)
                .query(Long.class)
                .optional();
    }

    void reminded(long round, OrganizationId body, List<String> recipients) {
        jdbc.sql("""
                insert into campaigns.reminded (reminder_id, organization_id, recipients)
                values (:round, :body, :recipients)""")
                .param("round", round)
                .param("body", body.value())
                .param("recipients", String.join(", ", recipients))
                .update();
    }

    void finish(long round, ReminderRound.Sums sums) {
        jdbc.sql("""
                update campaigns.reminder set bodies = :bodies, mails = :mails, without_address = :without
                 where id = :round""")
                .param("round", round)
                .param("bodies", sums.bodies())
                .param("mails", sums.mails())
                .param("without", sums.withoutAddress())
                .update();
    }

    /** The rounds of a campaign, the last first. */
    List<ReminderRound> of(CampaignId campaign) {
        return jdbc.sql("""
                select occasion, sent_on, bodies, mails, without_address, sent_by
                  from campaigns.reminder where campaign_id = :campaign order by id desc""")
                .param("campaign", campaign.value())
                .query((row, _) -> new ReminderRound(
                        row.getString("occasion"),
                        row.getObject("sent_on", LocalDate.class),
                        new ReminderRound.Sums(
                                row.getInt("bodies"), row.getInt("mails"), row.getInt("without_address")),
                        row.getString("sent_by")))
                .list();
    }

    /** How often each body was written to, by body. */
    Map<OrganizationId, Integer> countsOf(CampaignId campaign) {
        Map<OrganizationId, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select d.organization_id, count(*) as number
                  from campaigns.reminded d
                  join campaigns.reminder r on r.centre_id = d.centre_id and r.id = d.reminder_id
                 where r.campaign_id = :campaign and d.recipients <> ''
                 group by d.organization_id""").param("campaign", campaign.value()).query(row -> {
            counts.put(new OrganizationId(row.getLong("organization_id")), row.getInt("number"));
        });
        return counts;
    }
}
