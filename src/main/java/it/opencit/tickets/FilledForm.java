// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a ticket was opened with.
 *
 * @param template identifier of the version of the category's template
 * @param answers in its fields, by key
 */
record FilledForm(long template, Map<String, String> answers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    FilledForm {
        answers = Map.copyOf(answers);
    }

    /** Of a row of tickets.ticket; {@code null} for one opened in a category without a template. */
    static @Nullable FilledForm of(ResultSet row) throws SQLException {
        long template = row.getLong("template_id");
        if (row.wasNull()) {
            return null;
        }
        String answers = row.getString("answers");
        return new FilledForm(template, answers == null ? Map.of() : JSON.readValue(answers, ANSWERS));
    }

    /** As it is stored; {@code null} for no answers. */
    @Nullable
    String json() {
        return answers.isEmpty() ? null : JSON.writeValueAsString(answers);
    }
}
