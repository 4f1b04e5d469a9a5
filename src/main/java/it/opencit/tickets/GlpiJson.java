// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of GLPI's REST API: the tickets of {@code /apirest.php/Ticket}, or these under {@code Ticket} and beside them, by
 * the names that GLPI gives them, the answers of {@code /ITILFollowup}, {@code /TicketTask}, {@code /ITILSolution},
 * {@code /Document_Item} and {@code /Document}. What was written may also stand within its ticket, under the same names, and
 * the documents under {@code _documents}, as GLPI itself puts them.
 */
final class GlpiJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> DOCUMENTS = List.of("Document_Item", "_documents");

    /** What was written on each ticket, by its number in GLPI. */
    private final Map<Long, Map<GlpiEntry.Kind, List<JsonNode>>> written = new HashMap<>();

    private final Map<Long, List<String>> documents = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private GlpiJson(JsonNode root) {
        for (JsonNode document : root.path("Document")) {
            names.put(text(document.path("id")), nameOf(document));
        }
        for (GlpiEntry.Kind kind : GlpiEntry.Kind.values()) {
            root.path(kind.type()).forEach(one -> keep(ticketOf(one), kind, one));
        }
        root.path("Document_Item").forEach(one -> keepDocument(ticketOf(one), one));
    }

    /**
     * Reads every ticket, those with a problem too.
     *
     * @throws Refusal when it is not such a JSON
     */
    static List<GlpiTicket> read(byte[] bytes) {
        JsonNode root;
        try {
            root = JSON.readTree(new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", ""));
        } catch (JacksonException e) {
            throw Refusal.inField("file", "tickets.glpi.json");
        }
        JsonNode tickets = root.isObject() ? root.path("Ticket") : root;
        if (!tickets.isArray()) {
            throw Refusal.inField("file", "tickets.glpi.json");
        }
        return new GlpiJson(root).tickets(tickets);
    }

    private List<GlpiTicket> tickets(JsonNode all) {
        List<GlpiTicket> tickets = new ArrayList<>();
        for (JsonNode one : all) {
            Map<GlpiField, String> row = new EnumMap<>(GlpiField.class);
            one.properties()
                    .forEach(property -> GlpiField.named(property.getKey())
                            .ifPresent(field -> row.putIfAbsent(field, text(property.getValue()))));
            GlpiTicket ticket = GlpiTicket.read(tickets.size() + 1, row);
            Long id = ticket.id();
            if (id != null) {
                for (GlpiEntry.Kind kind : GlpiEntry.Kind.values()) {
                    one.path(kind.type()).forEach(within -> keep(id, kind, within));
                }
                DOCUMENTS.forEach(name -> one.path(name).forEach(within -> keepDocument(id, within)));
            }
            tickets.add(id == null || ticket.opened() == null ? ticket : ticket.with(entries(id, ticket.opened())));
        }
        return tickets;
    }

    private void keep(@Nullable Long ticket, GlpiEntry.Kind kind, JsonNode one) {
        if (ticket != null) {
            written.computeIfAbsent(ticket, _ -> new EnumMap<>(GlpiEntry.Kind.class))
                    .computeIfAbsent(kind, _ -> new ArrayList<>())
                    .add(one);
        }
    }

    private void keepDocument(@Nullable Long ticket, JsonNode one) {
        String name = nameOf(one);
        if (ticket != null && !name.isEmpty()) {
            documents.computeIfAbsent(ticket, _ -> new ArrayList<>()).add(name);
        }
    }

    private List<GlpiEntry> entries(long ticket, Instant opened) {
        List<GlpiEntry> entries = new ArrayList<>();
        written.getOrDefault(ticket, Map.of()).forEach((kind, nodes) -> {
            Set<String> read = new HashSet<>(); // the same may stand within the ticket and beside it
            for (JsonNode node : nodes) {
                Map<String, String> row = new HashMap<>();
                node.properties().forEach(property -> row.put(property.getKey(), text(property.getValue())));
                String id = row.getOrDefault("id", "");
                GlpiEntry entry = id.isEmpty() || read.add(id) ? GlpiEntry.read(kind, row, opened) : null;
                if (entry != null) {
                    entries.add(entry);
                }
            }
        });
        List<String> named = documents.getOrDefault(ticket, List.of());
        if (!named.isEmpty()) {
            entries.add(GlpiEntry.naming(named, opened));
        }
        return GlpiEntry.inOrder(entries);
    }

    /** The ticket that something belongs to: by its number or, where numbers became names, by the link to it; {@code null} for none. */
    private static @Nullable Long ticketOf(JsonNode one) {
        if (!one.path("itemtype").asString("Ticket").equals("Ticket")) {
            return null;
        }
        for (String field : List.of("items_id", "tickets_id")) {
            Long number = number(text(one.path(field)));
            if (number != null) {
                return number;
            }
        }
        for (JsonNode link : one.path("links")) {
            if (link.path("rel").asString("").equals("Ticket")) {
                return number(link.path("href").asString("").replaceFirst(".*/", ""));
            }
        }
        return null;
    }

    private static @Nullable Long number(String written) {
        return written.matches("[1-9]\\d{0,17}") ? Long.valueOf(written) : null;
    }

    /** What a document is called: the name of its file, else its title; of one that is only referred to, that of its number. */
    private String nameOf(JsonNode one) {
        for (String field : List.of("filename", "name")) {
            String name = text(one.path(field)).strip();
            if (!name.isEmpty()) {
                return name;
            }
        }
        String referred = text(one.path("documents_id")).strip();
        return names.getOrDefault(referred, referred.matches("\\d+") ? "documento n. " + referred : referred);
    }

    /** A value as text: of several the first, of an object its name. */
    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty() ? "" : text(value.get(0));
        }
        if (value.isObject()) {
            JsonNode name = value.has("completename") ? value.get("completename") : value.get("name");
            return name == null ? "" : text(name);
        }
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }
}
