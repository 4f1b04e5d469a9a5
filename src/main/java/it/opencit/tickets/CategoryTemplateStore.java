// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.forms.FormField;
import it.opencit.tickets.CategoryTemplate.Need;
import it.opencit.tickets.CategoryTemplate.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The templates of categories, version by version. */
@Repository
class CategoryTemplateStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    CategoryTemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions, oldest first. */
    List<CategoryTemplate> all() {
        return jdbc.sql("""
                        select id, category_id, version, title, description, required, assignee_kind, assignee,
                               assignee_name, at_once, tasks::text as tasks, fields::text as fields, written_at, written_by
                          from tickets.category_template
                         order by category_id, version""").query((row, _) -> template(row)).list();
    }

    private static CategoryTemplate template(ResultSet row) throws SQLException {
        String kind = row.getString("assignee_kind");
        return new CategoryTemplate(
                row.getLong("id"),
                row.getLong("category_id"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("description"),
                Arrays.stream((String[]) row.getArray("required").getArray())
                        .map(Need::valueOf)
                        .collect(Collectors.toSet()),
                kind == null
                        ? null
                        : new Assignee(
                                Assignee.Kind.valueOf(kind), row.getString("assignee"), row.getString("assignee_name")),
                row.getBoolean("at_once"),
                List.of(JSON.readValue(row.getString("tasks"), Step[].class)),
                List.of(JSON.readValue(row.getString("fields"), FormField[].class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"));
    }

    /** Adds a version; its number must follow the last one. */
    void add(CategoryTemplate template, Instant at) {
        Assignee assignee = template.assignee();
        jdbc.sql("""
                        insert into tickets.category_template (category_id, version, title, description, required,
                               assignee_kind, assignee, assignee_name, at_once, tasks, fields, written_at)
                        values (:category, :version, :title, :description, :required, :kind, :assignee, :name, :atOnce,
                                cast(:tasks as jsonb), cast(:fields as jsonb), :at)""")
                .param("category", template.category())
                .param("version", template.version())
                .param("title", template.title())
                .param("description", template.description())
                .param("required", template.required().stream().map(Need::name).toArray(String[]::new))
                .param("kind", assignee == null ? null : assignee.kind().name())
                .param("assignee", assignee == null ? null : assignee.code())
                .param("name", assignee == null ? null : assignee.name())
                .param("atOnce", template.atOnce())
                .param("tasks", JSON.writeValueAsString(template.tasks()))
                .param("fields", JSON.writeValueAsString(template.fields()))
                .param("at", TicketStore.at(at))
                .update();
    }
}
