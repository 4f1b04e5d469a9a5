// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.catalogue.ServiceSheet.Attachment;
import it.opencit.documents.FileId;
import it.opencit.shared.pages.Italian;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The sheets of the services and what is attached to them. */
@Repository
class SheetStore {

    private static final String SHEET = """
            select offering_id, context, subject, duties, costs, conditions, recipients, technology, online_now, online_planned,
                   online_note, activation_time, person_in_charge, staff, hours, contact_name, contact_role, contact_phone,
                   contact_email, contact_pec, contact_of_partner, english::text as english, version
              from catalogue.service_sheet
            """;

    private static final String ATTACHMENTS = "select id, offering_id, file_id, title from catalogue.sheet_attachment";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    SheetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ServiceSheet find(OfferingId offering) {
        List<Attachment> attachments = jdbc.sql(ATTACHMENTS + " where offering_id = :id order by id")
                .param("id", offering.value())
                .query((row, _) -> attachment(row))
                .list();
        return jdbc.sql(SHEET + " where offering_id = :id")
                .param("id", offering.value())
                .query((row, _) -> sheet(row, attachments))
                .optional()
                .orElseGet(() -> ServiceSheet.blank(offering));
    }

    /** All, by service. */
    Map<OfferingId, ServiceSheet> all() {
        Map<Long, List<Attachment>> attachments = new HashMap<>();
        jdbc.sql(ATTACHMENTS + " order by id").query((ResultSet row) -> {
            attachments
                    .computeIfAbsent(row.getLong("offering_id"), _ -> new ArrayList<>())
                    .add(attachment(row));
        });
        return jdbc
                .sql(SHEET)
                .query((row, _) -> sheet(row, attachments.getOrDefault(row.getLong("offering_id"), List.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(ServiceSheet::offering, Function.identity()));
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(row.getLong("id"), new FileId(row.getLong("file_id")), row.getString("title"));
    }

    private static ServiceSheet sheet(ResultSet row, List<Attachment> attachments) throws SQLException {
        return new ServiceSheet(
                new OfferingId(row.getLong("offering_id")),
                row.getString("context"),
                row.getString("subject"),
                row.getString("duties"),
                row.getString("costs"),
                row.getString("conditions"),
                row.getString("recipients"),
                row.getString("technology"),
                level(row.getObject("online_now", Integer.class)),
                level(row.getObject("online_planned", Integer.class)),
                row.getString("online_note"),
                row.getString("activation_time"),
                row.getString("person_in_charge"),
                row.getString("staff"),
                row.getString("hours"),
                new ServiceContact(
                        row.getString("contact_name"),
                        row.getString("contact_role"),
                        row.getString("contact_phone"),
                        row.getString("contact_email"),
                        row.getString("contact_pec"),
                        row.getBoolean("contact_of_partner")),
                SheetBlock.ofKeys(JSON.readValue(row.getString("english"), TEXTS)),
                attachments,
                row.getInt("version"));
    }

    void add(ServiceSheet sheet) {
        jdbc.sql("""
                insert into catalogue.service_sheet
                       (offering_id, context, subject, duties, costs, conditions, recipients, technology, online_now,
                        online_planned, online_note, activation_time, person_in_charge, staff, hours, contact_name, contact_role,
                        contact_phone, contact_email, contact_pec, contact_of_partner, english)
                values (:offering, :context, :subject, :duties, :costs, :conditions, :recipients, :technology, :onlineNow,
                        :onlinePlanned, :onlineNote, :activationTime, :personInCharge, :staff, :hours, :contactName, :contactRole,
                        :contactPhone, :contactEmail, :contactPec, :contactOfPartner, :english::jsonb)""").params(parameters(sheet)).update();
    }

    /** The services that have an English name, with it. One query for all. */
    Map<OfferingId, OfferingTranslation> translations() {
        Map<OfferingId, OfferingTranslation> translations = new HashMap<>();
        jdbc.sql("""
                select offering_id, english ->> 'title' as title, coalesce(english ->> 'summary', '') as summary
                  from catalogue.service_sheet
                 where english ->> 'title' is not null""").query(row -> {
            translations.put(
                    new OfferingId(row.getLong("offering_id")),
                    new OfferingTranslation(row.getString("title"), row.getString("summary")));
        });
        return translations;
    }

    /** How far the latest version has come. */
    Optional<SheetStanding> standing(OfferingId offering) {
        return jdbc.sql("""
                select latest, published, scheduled_at, version from catalogue.service_sheet where offering_id = :offering""")
                .param("offering", offering.value())
                .query((row, _) -> {
                    OffsetDateTime scheduled = row.getObject("scheduled_at", OffsetDateTime.class);
                    return new SheetStanding(
                            row.getInt("latest"),
                            row.getInt("published"),
                            scheduled == null ? null : scheduled.toInstant(),
                            row.getInt("version"));
                })
                .optional();
    }

    /** Keeps how far the latest version has come, unless someone else changed the sheet after we read it. */
    void keep(OfferingId offering, int latest, @Nullable Instant scheduled, int version) {
        int saved = jdbc.sql("""
                update catalogue.service_sheet
                   set latest = :latest, scheduled_at = :scheduled, version = version + 1
                 where offering_id = :offering and version = :version""")
                .param("latest", latest)
                .param("scheduled", scheduled == null ? null : at(scheduled))
                .param("offering", offering.value())
                .param("version", version)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Sheet of " + offering + " changed after version " + version);
        }
    }

    /** Lets everybody read a version; attachments have acts of their own. */
    void publish(ServiceSheet said, int number) {
        jdbc.sql("""
                update catalogue.service_sheet
                   set context = :context, subject = :subject, duties = :duties, costs = :costs, conditions = :conditions,
                       recipients = :recipients, technology = :technology, online_now = :onlineNow,
                       online_planned = :onlinePlanned, online_note = :onlineNote, activation_time = :activationTime,
                       person_in_charge = :personInCharge, staff = :staff, hours = :hours,
                       contact_name = :contactName, contact_role = :contactRole, contact_phone = :contactPhone,
                       contact_email = :contactEmail, contact_pec = :contactPec,
                       contact_of_partner = :contactOfPartner, english = :english::jsonb,
                       published = :number, scheduled_at = null
                 where offering_id = :offering""").params(parameters(said)).param("number", number).update();
    }

    /** The sheets whose latest version is to be published by now; held, so that none is changed before it is. */
    List<OfferingId> due(Instant now) {
        return jdbc.sql(
                        "select offering_id from catalogue.service_sheet where scheduled_at <= :now order by scheduled_at for update skip locked")
                .param("now", at(now))
                .query((row, _) -> new OfferingId(row.getLong("offering_id")))
                .list();
    }

    void attach(OfferingId offering, FileId file, String title) {
        jdbc.sql("""
                insert into catalogue.sheet_attachment (offering_id, file_id, title)
                values (:offering, :file, :title)""")
                .param("offering", offering.value())
                .param("file", file.value())
                .param("title", title)
                .update();
    }

    void detach(OfferingId offering, long attachment) {
        jdbc.sql("delete from catalogue.sheet_attachment where offering_id = :offering and id = :id")
                .param("offering", offering.value())
                .param("id", attachment)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(Italian.ROME).toOffsetDateTime();
    }

    private static @Nullable OnlineLevel level(@Nullable Integer number) {
        return number == null ? null : OnlineLevel.of(number).orElseThrow();
    }

    private static @Nullable Integer number(@Nullable OnlineLevel level) {
        return level == null ? null : level.number();
    }

    private static Map<String, @Nullable Object> parameters(ServiceSheet sheet) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("offering", sheet.offering().value());
        parameters.put("context", sheet.context());
        parameters.put("subject", sheet.subject());
        parameters.put("duties", sheet.duties());
        parameters.put("costs", sheet.costs());
        parameters.put("conditions", sheet.conditions());
        parameters.put("recipients", sheet.recipients());
        parameters.put("technology", sheet.technology());
        parameters.put("onlineNow", number(sheet.onlineNow()));
        parameters.put("onlinePlanned", number(sheet.onlinePlanned()));
        parameters.put("onlineNote", sheet.onlineNote());
        parameters.put("activationTime", sheet.activationTime());
        parameters.put("personInCharge", sheet.personInCharge());
        parameters.put("staff", sheet.staff());
        parameters.put("hours", sheet.hours());
        ServiceContact contact = sheet.contact();
        parameters.put("contactName", contact.name());
        parameters.put("contactRole", contact.role());
        parameters.put("contactPhone", contact.phone());
        parameters.put("contactEmail", contact.email());
        parameters.put("contactPec", contact.pec());
        parameters.put("contactOfPartner", contact.ofPartner());
        parameters.put("english", JSON.writeValueAsString(SheetBlock.byKey(sheet.english())));
        return parameters;
    }
}
