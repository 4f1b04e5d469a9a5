// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import it.opencit.shared.exchange.CsvText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An export of GLPI: the CSV of its list of tickets, or the JSON of its REST API. */
final class GlpiFile {

    private static final Set<GlpiField> NEEDED = Set.of(GlpiField.ID, GlpiField.STATE, GlpiField.OPENED);

    private GlpiFile() {}

    /**
     * Reads every ticket, those with a problem too.
     *
     * @throws Refusal when it is neither, or lacks what a ticket cannot do without
     */
    static List<GlpiTicket> read(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        List<GlpiTicket> tickets =
                beginning.startsWith("[") || beginning.startsWith("{") ? GlpiJson.read(bytes) : csv(CsvText.of(bytes));
        if (tickets.isEmpty()) {
            throw Refusal.inField("file", "tickets.glpi.empty");
        }
        return tickets;
    }

    private static List<GlpiTicket> csv(CsvText text) {
        List<Optional<GlpiField>> columns =
                text.header().stream().map(GlpiField::named).toList();
        Set<GlpiField> there = columns.stream().flatMap(Optional::stream).collect(Collectors.toSet());
        if (!there.containsAll(NEEDED)) {
            throw Refusal.inField("file", "tickets.glpi.columns");
        }
        List<GlpiTicket> tickets = new ArrayList<>();
        text.rows(record -> {
            Map<GlpiField, String> row = new EnumMap<>(GlpiField.class);
            List<String> values = record.getFields();
            for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
                String value = values.get(i);
                columns.get(i).ifPresent(field -> row.putIfAbsent(field, value));
            }
            if (row.values().stream().anyMatch(value -> !value.isBlank())) {
                tickets.add(GlpiTicket.read(Math.toIntExact(record.getStartingLineNumber()), row));
            }
        });
        return tickets;
    }
}
