// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import does with one row of the file. */
sealed interface PlannedRow {

    int row();

    String name();

    /** A body that the centre does not have. */
    record New(ImportedBody body) implements PlannedRow {

        @Override
        public int row() {
            return body.row();
        }

        @Override
        public String name() {
            return body.name();
        }
    }

    /**
     * A body that the centre has, and that would differ in at least one place.
     *
     * @param fields the texts to write
     * @param figures the figures to add, or to put in the place of another of the same day
     */
    record Changed(
            ImportedBody body,
            StoredBody stored,
            Map<BodyField, String> fields,
            List<Figure> figures,
            List<FieldChange> changes)
            implements PlannedRow {

        @Override
        public int row() {
            return body.row();
        }

        @Override
        public String name() {
            return stored.get(BodyField.NAME);
        }
    }

    /** A body that the centre has already as the file says. */
    record Unchanged(ImportedBody body) implements PlannedRow {

        @Override
        public int row() {
            return body.row();
        }

        @Override
        public String name() {
            return body.name();
        }
    }

    /** A row that cannot be taken. */
    record Refused(RefusedRow refused) implements PlannedRow {

        @Override
        public int row() {
            return refused.row();
        }

        @Override
        public String name() {
            return refused.name();
        }
    }

    /** The outcome in a few Italian words, to read and to tell two plans apart. */
    default String outcome() {
        return switch (this) {
            case New(var body) -> "nuovo: " + body.kind().label();
            case Changed changed ->
                changed.changes().stream().map(FieldChange::toString).collect(Collectors.joining("; "));
            case Unchanged _ -> "invariato";
            case Refused(var refused) -> "rifiutato: " + refused.reason();
        };
    }

    /** What was mended while reading the row, where something was. */
    default @Nullable String note() {
        return switch (this) {
            case New(var body) -> body.note();
            case Changed changed -> changed.body().note();
            case Unchanged(var body) -> body.note();
            case Refused _ -> null;
        };
    }
}
