// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.Category.Ask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a centre has decided for its tickets. */
@Repository
class RulebookStore {

    private static final String LEVELS = """
            select l.id, l.code, l.version, l.title, c.code as category, l.urgency, l.service, l.take_minutes,
                   l.solution_minutes, l.in_force
              from tickets.service_level l
              left join tickets.category c on c.centre_id = l.centre_id and c.id = l.category_id
             order by l.id""";

    private final JdbcClient jdbc;
    private final CannedAnswerStore answers;
    private final SavedViewStore views;
    private final CategoryTemplateStore templates;

    RulebookStore(JdbcClient jdbc, CannedAnswerStore answers, SavedViewStore views, CategoryTemplateStore templates) {
        this.templates = templates;
        this.views = views;
        this.answers = answers;
        this.jdbc = jdbc;
    }

    /** Empty for a centre that never had tickets. */
    Optional<UUID> revision() {
        return jdbc.sql("select revision from tickets.setting")
                .query(UUID.class)
                .optional();
    }

    /** Whether this transaction is the one that begins; another that began meanwhile is waited for. */
    boolean begin() {
        return jdbc.sql("insert into tickets.setting default values on conflict do nothing")
                        .update()
                > 0;
    }

    /** @param services of the catalogue */
    Rulebook read(ServiceNames services) {
        record Setting(UUID revision, int reopenDays) {}
        Setting setting = jdbc.sql("select revision, reopen_days from tickets.setting")
                .query((row, _) -> new Setting(row.getObject(1, UUID.class), row.getInt(2)))
                .single();
        List<CalendarVersion> calendars = calendars();
        record Level(ServiceLevel level, boolean inForce) {}
        List<Level> levels = jdbc.sql(LEVELS)
                .query((row, _) -> new Level(level(row, services), row.getBoolean("in_force")))
                .list();
        return new Rulebook(
                setting.revision,
                setting.reopenDays,
                categories(),
                calendars.getLast(),
                calendars.stream().collect(Collectors.toMap(CalendarVersion::id, Function.identity())),
                levels.stream().filter(Level::inForce).map(Level::level).toList(),
                levels.stream().map(Level::level).collect(Collectors.toMap(ServiceLevel::id, Function.identity())),
                answers.all(),
                views.all(),
                services,
                templates.all().stream().collect(Collectors.toMap(CategoryTemplate::id, Function.identity())));
    }

    /** Oldest first. */
    private List<CalendarVersion> calendars() {
        return jdbc.sql(
                        "select id, number, week, patron, closures, reason, adopted_at, adopted_by from tickets.calendar order by number")
                .query((row, _) -> new CalendarVersion(
                        row.getLong("id"),
                        row.getInt("number"),
                        CalendarJson.read(row.getString("week"), row.getString("patron"), row.getString("closures")),
                        row.getString("reason"),
                        row.getObject("adopted_at", OffsetDateTime.class).toInstant(),
                        row.getString("adopted_by")))
                .list();
    }

    private List<Category> categories() {
        return jdbc.sql("""
                        select c.id, c.code, p.code as parent, c.title, c.hint, c.asks, c.retired, c.citizens, c.version
                          from tickets.category c
                          left join tickets.category p on p.centre_id = c.centre_id and p.id = c.parent_id
                         order by c.id""")
                .query((row, _) -> new Category(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("parent"),
                        row.getString("title"),
                        row.getString("hint"),
                        asks(row),
                        row.getBoolean("retired"),
                        row.getBoolean("citizens"),
                        row.getInt("version")))
                .list();
    }

    private static Set<Ask> asks(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("asks").getArray())
                .map(Ask::valueOf)
                .collect(Collectors.toSet());
    }

    private static ServiceLevel level(ResultSet row, ServiceNames services) throws SQLException {
        String urgency = row.getString("urgency");
        String service = row.getString("service");
        return new ServiceLevel(
                row.getLong("id"),
                row.getString("code"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("category"),
                urgency == null ? null : Urgency.valueOf(urgency),
                service == null ? null : services.code(service),
                Duration.ofMinutes(row.getLong("take_minutes")),
                Duration.ofMinutes(row.getLong("solution_minutes")));
    }

    long addCategory(String code, @Nullable String parent, String title, String hint, Set<Ask> asks, boolean citizens) {
        return jdbc.sql("""
                        insert into tickets.category (code, parent_id, title, hint, asks, citizens)
                        values (:code, (select id from tickets.category where code = :parent), :title, :hint, :asks,
                                :citizens)
                        returning id""")
                .param("code", code)
                .param("parent", parent)
                .param("title", title)
                .param("hint", hint)
                .param("asks", asks.stream().map(Ask::name).toArray(String[]::new))
                .param("citizens", citizens)
                .query(Long.class)
                .single();
    }

    void changeCategory(Category category) {
        int changed = jdbc.sql("""
                        update tickets.category
                           set title = :title, hint = :hint, asks = :asks, retired = :retired, citizens = :citizens,
                               version = version + 1
                         where id = :id and version = :version""")
                .param("title", category.title())
                .param("hint", category.hint())
                .param("asks", category.asks().stream().map(Ask::name).toArray(String[]::new))
                .param("retired", category.retired())
                .param("citizens", category.citizens())
                .param("id", category.id())
                .param("version", category.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Category " + category.code() + " changed meanwhile");
        }
    }

    void addCalendar(WorkingCalendar calendar, String reason, Instant at) {
        jdbc.sql("""
                        insert into tickets.calendar (number, week, patron, closures, reason, adopted_at)
                        select coalesce(max(number), 0) + 1, cast(:week as jsonb), :patron, cast(:closures as jsonb), :reason, :at
                          from tickets.calendar""")
                .param("week", CalendarJson.week(calendar))
                .param("patron", CalendarJson.patron(calendar))
                .param("closures", CalendarJson.closures(calendar))
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps a new version of a level; the one before is no longer in force. */
    void addLevel(ServiceLevel level, String reason, Instant at) {
        endLevel(level.code());
        Urgency urgency = level.urgency();
        jdbc.sql("""
                        insert into tickets.service_level (code, version, title, category_id, urgency, service, take_minutes,
                                                           solution_minutes, reason, adopted_at)
                        select :code, coalesce(max(version), 0) + 1, :title,
                               (select id from tickets.category where code = :category), :urgency, :service, :take,
                               :solution, :reason, :at
                          from tickets.service_level where code = :code""")
                .param("code", level.code())
                .param("title", level.title())
                .param("category", level.category())
                .param("urgency", urgency == null ? null : urgency.name())
                .param("service", level.service())
                .param("take", level.takeInCharge().toMinutes())
                .param("solution", level.solution().toMinutes())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endLevel(String code) {
        jdbc.sql("update tickets.service_level set in_force = false where code = :code and in_force")
                .param("code", code)
                .update();
    }

    void changeReopenDays(int days) {
        jdbc.sql("update tickets.setting set reopen_days = :days")
                .param("days", days)
                .update();
    }

    /** Tells whoever read the rules that they have changed. */
    void revise() {
        jdbc.sql("update tickets.setting set revision = gen_random_uuid()").update();
    }

    /** Makes changes wait for each other. */
    void lock() {
        jdbc.sql("select revision from tickets.setting for update")
                .query(UUID.class)
                .single();
    }
}
