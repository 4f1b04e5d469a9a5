// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Italian;
import it.opencit.trail.pages.TrailEntryPage;
import it.opencit.trail.pages.TrailEntryPage.Field;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One change as its page shows it: the fields that differ, before and after. */
@Component
class TrailEntryViews {

    private static final Set<String> OF_THE_PROGRAM = Set.of("centre_id", "id", "version");
    private static final List<String> REASONS = List.of("reason", "withdrawal_reason", "undo_reason", "because", "why");

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?[+-]\\d{2}:\\d{2}");

    private final TrailStore store;
    private final TrailNames names;
    private final JsonMapper json;

    TrailEntryViews(TrailStore store, TrailNames names, JsonMapper json) {
        this.store = store;
        this.names = names;
        this.json = json;
    }

    TrailEntryPage of(Entry entry, Optional<Seal> seal) {
        JsonNode before = tree(entry.before());
        JsonNode after = tree(entry.after());
        String row = Objects.requireNonNullElse(entry.row(), "");
        return new TrailEntryPage(
                entry.id(),
                names.thing(entry.table()),
                names.about(entry.table()),
                row,
                row.isEmpty() ? "" : TrailController.ADDRESS + "?cosa=" + entry.table() + "&riga=" + row,
                TrailList.ACTIONS.stream()
                        .filter(action -> action.value().equals(entry.action()))
                        .map(Option::label)
                        .findFirst()
                        .orElse(entry.action()),
                Italian.moment(entry.at()),
                entry.actor(),
                why(entry, after),
                seal.map(one -> "Sigillo n. " + one.number() + " del " + Italian.moment(one.at()))
                        .orElse("Ancora da sigillare"),
                fields(entry.table(), before, after));
    }

    private List<Field> fields(String table, JsonNode before, JsonNode after) {
        Map<String, String> said = store.columns(table);
        Set<String> columns = new TreeSet<>(before.propertyNames());
        columns.addAll(after.propertyNames());
        columns.removeAll(OF_THE_PROGRAM);
        List<Field> fields = new ArrayList<>();
        for (String column : columns) {
            String was = text(before.path(column));
            String became = text(after.path(column));
            if (!was.equals(became)) {
                boolean hidden = TrailNames.isHidden(table, column);
                fields.add(new Field(
                        TrailNames.field(column),
                        said.getOrDefault(column, ""),
                        hidden && !was.isEmpty() ? TrailNames.HIDDEN : readable(was),
                        hidden && !became.isEmpty() ? TrailNames.HIDDEN : readable(became)));
            }
        }
        return fields;
    }

    private static String why(Entry entry, JsonNode after) {
        if (entry.why() != null && !entry.why().isEmpty()) {
            return entry.why();
        }
        return REASONS.stream()
                .map(reason -> text(after.path(reason)))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Moments as the rest of the program shows them; what somebody typed may look like one and be none. */
    private static String readable(String value) {
        if (!MOMENT.matcher(value).matches()) {
            return value;
        }
        try {
            return Italian.moment(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private JsonNode tree(@Nullable String row) {
        return json.readTree(row == null ? "{}" : row);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isString() ? value.stringValue() : value.toString();
    }
}
