// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.organizations.PersonRole;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The figures and the people that each sheet confirms or corrects. */
@Repository
@Transactional
class AnswerStore {

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, BigDecimal> figures(SheetId sheet) {
        Map<String, BigDecimal> figures = new HashMap<>();
        jdbc.sql("select kind, value from campaigns.figure where sheet_id = :sheet")
                .param("sheet", sheet.value())
                .query(row -> {
                    figures.put(
                            row.getString("kind"), row.getBigDecimal("value").stripTrailingZeros());
                });
        return figures;
    }

    /** The sum of a figure over the sheets that say it, by kind. */
    Map<String, BigDecimal> totals(CampaignId campaign) {
        Map<String, BigDecimal> totals = new HashMap<>();
        jdbc.sql("""
                select f.kind, sum(f.value) as total
                  from campaigns.figure f
                  join campaigns.sheet s on s.centre_id = f.centre_id and s.id = f.sheet_id
                 where s.campaign_id = :campaign and s.stage = 'ANSWERED'
                 group by f.kind""").param("campaign", campaign.value()).query(row -> {
            totals.put(row.getString("kind"), row.getBigDecimal("total").stripTrailingZeros());
        });
        return totals;
    }

    List<ContactReply> contacts(SheetId sheet) {
        return jdbc.sql("""
                select person_id, role, name, email, phone, gone
                  from campaigns.contact where sheet_id = :sheet order by id""")
                .param("sheet", sheet.value())
                .query((row, _) -> new ContactReply(
                        row.getObject("person_id", Long.class),
                        PersonRole.valueOf(row.getString("role")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getBoolean("gone")))
                .list();
    }

    void replace(SheetId sheet, Map<String, BigDecimal> figures, List<ContactReply> contacts) {
        jdbc.sql("delete from campaigns.figure where sheet_id = :sheet")
                .param("sheet", sheet.value())
                .update();
        figures.forEach((kind, value) -> jdbc.sql(
                        "insert into campaigns.figure (sheet_id, kind, value) values (:sheet, :kind, :value)")
                .param("sheet", sheet.value())
                .param("kind", kind)
                .param("value", value)
                .update());
        jdbc.sql("delete from campaigns.contact where sheet_id = :sheet")
                .param("sheet", sheet.value())
                .update();
        contacts.forEach(contact -> jdbc.sql("""
                insert into campaigns.contact (sheet_id, person_id, role, name, email, phone, gone)
                values (:sheet, :person, :role, :name, :email, :phone, :gone)""")
                .param("sheet", sheet.value())
                .param("person", contact.person())
                .param("role", contact.role().name())
                .param("name", contact.name())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("gone", contact.gone())
                .update());
    }
}
