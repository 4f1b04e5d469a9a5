// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.organizations.StoredBody.FigureKey;
import it.opencit.shared.Messages;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What applying a file would do, row by row: a pure comparison of the file with what the centre has. */
record ImportPlan(List<PlannedRow> rows) {

    private static final DateTimeFormatter ITALIAN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /**
     * Compares a file with the stored bodies.
     *
     * @param labels Italian names of the kinds of figures, by code
     */
    static ImportPlan of(ImportedFile file, Collection<StoredBody> stored, Function<String, String> labels) {
        var bodies = new StoredBodies(stored);
        Map<Object, Integer> taken = new HashMap<>();
        List<PlannedRow> rows = new ArrayList<>();
        for (ImportedBody body : file.bodies()) {
            StoredBody meant = bodies.meantBy(body);
            Integer earlier = taken.putIfAbsent(meant == null ? identity(body) : meant.id(), body.row());
            rows.add(
                    earlier != null
                            ? new PlannedRow.Refused(new RefusedRow(
                                    body.row(), body.name(), Messages.text("organizations.import.twice", earlier)))
                            : meant == null ? new PlannedRow.New(body) : compare(body, meant, labels));
        }
        file.refused().forEach(refused -> rows.add(new PlannedRow.Refused(refused)));
        rows.sort(Comparator.comparingInt(PlannedRow::row));
        return new ImportPlan(List.copyOf(rows));
    }

    /** The rows of one outcome. */
    <T extends PlannedRow> List<T> rows(Class<T> outcome) {
        return rows.stream().filter(outcome::isInstance).map(outcome::cast).toList();
    }

    /** Whether applying it would change nothing. */
    boolean isIdle() {
        return rows.stream().noneMatch(row -> row instanceof PlannedRow.New || row instanceof PlannedRow.Changed);
    }

    /** The outcome of each row that does something, by row: what a later plan is compared with. */
    Map<Integer, String> outcomes() {
        Map<Integer, String> outcomes = new TreeMap<>();
        for (PlannedRow row : rows) {
            if (!(row instanceof PlannedRow.Unchanged)) {
                outcomes.put(row.row(), row.name() + ": " + row.outcome());
            }
        }
        return outcomes;
    }

    /** Tells this plan from another by what it does. */
    String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(outcomes().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** How this plan differs from the outcomes shown before, in sentences; empty when it is the same. */
    List<String> differencesFrom(Map<Integer, String> shown) {
        Map<Integer, String> now = outcomes();
        var rowNumbers = new TreeSet<>(shown.keySet());
        rowNumbers.addAll(now.keySet());
        return rowNumbers.stream()
                .filter(row -> !Objects.equals(shown.get(row), now.get(row)))
                .map(row -> Messages.text(
                        "organizations.import.differs",
                        String.valueOf(row),
                        shown.getOrDefault(row, "invariato"),
                        now.getOrDefault(row, "invariato")))
                .toList();
    }

    private static Object identity(ImportedBody body) {
        String cadastral = body.get(BodyField.CADASTRAL_CODE);
        String ipa = body.get(BodyField.IPA_CODE);
        return cadastral != null ? cadastral : ipa != null ? ipa : body.kind() + Plain.of(body.name());
    }

    private static PlannedRow compare(ImportedBody body, StoredBody stored, Function<String, String> labels) {
        Map<BodyField, String> fields = new EnumMap<>(BodyField.class);
        body.states().forEach((field, text) -> {
            if (!field.same(stored.get(field), text)) {
                fields.put(field, text);
            }
        });
        body.suggests().forEach((field, text) -> {
            if (stored.get(field).isEmpty()) {
                fields.putIfAbsent(field, text);
            }
        });
        List<Figure> figures = body.figures().stream()
                .filter(figure -> !figure.value().equals(stored.figures().get(key(figure))))
                .toList();
        if (fields.isEmpty() && figures.isEmpty()) {
            return new PlannedRow.Unchanged(body);
        }
        List<FieldChange> changes = new ArrayList<>();
        fields.forEach((field, text) -> changes.add(new FieldChange(field.label(), stored.get(field), text)));
        figures.forEach(figure -> changes.add(change(figure, stored, labels)));
        return new PlannedRow.Changed(body, stored, fields, figures, changes);
    }

    private static FieldChange change(Figure figure, StoredBody stored, Function<String, String> labels) {
        BigDecimal before = stored.figures().get(key(figure));
        return new FieldChange(
                labels.apply(figure.kind()) + " al " + ITALIAN.format(figure.date()),
                before == null ? "" : before.toPlainString(),
                figure.value().toPlainString());
    }

    private static FigureKey key(Figure figure) {
        return new FigureKey(figure.kind(), figure.date());
    }
}
