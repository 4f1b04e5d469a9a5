// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of GLPI as an export writes it, in our words. States go by their code (1 new … 6 closed: GLPI's
 * {@code CommonITILObject}), or by the label of that code in the languages of the centres.
 *
 * @param line in the file, from 1; the header of a CSV is line 1
 * @param id that it has in GLPI; {@code null} when it has none
 * @param entries what was written on it, in order; a CSV carries none
 * @param problem why it cannot be imported; "" when it can
 */
record GlpiTicket(
        int line,
        @Nullable Long id,
        String entity,
        String category,
        String title,
        String description,
        @Nullable TicketState state,
        TicketType type,
        Urgency urgency,
        String requester,
        String technician,
        @Nullable Instant opened,
        @Nullable Instant changed,
        @Nullable Instant taken,
        @Nullable Instant solved,
        @Nullable Instant closed,
        List<GlpiEntry> entries,
        String problem) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;

    private static final List<DateTimeFormatter> MOMENTS = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm[:ss]", Locale.ROOT));

    GlpiTicket {
        entries = Objects.requireNonNullElse(entries, List.of()); // rows that were kept before there were any have none
    }

    /** The same with what was written on it. */
    GlpiTicket with(List<GlpiEntry> written) {
        return new GlpiTicket(
                line,
                id,
                entity,
                category,
                title,
                description,
                state,
                type,
                urgency,
                requester,
                technician,
                opened,
                changed,
                taken,
                solved,
                closed,
                written,
                problem);
    }

    /** Reads a row; what is wrong with it is said in {@link #problem}. */
    static GlpiTicket read(int line, Map<GlpiField, String> row) {
        var problems = new StringBuilder();
        String number = text(row, GlpiField.ID).replaceAll("[\\s\\u00a0\\u202f.]", "");
        Long id = number.matches("[1-9]\\d{0,17}") ? Long.valueOf(number) : null;
        if (id == null) {
            add(problems, "tickets.glpi.row.id", text(row, GlpiField.ID));
        }
        TicketState state = state(text(row, GlpiField.STATE));
        if (state == null) {
            add(problems, "tickets.glpi.row.state", text(row, GlpiField.STATE));
        } else if (isYes(text(row, GlpiField.DELETED))) {
            state = TicketState.DELETED;
        }
        Instant opened = moment(row, GlpiField.OPENED, problems);
        if (opened == null && text(row, GlpiField.OPENED).isEmpty()) {
            add(problems, "tickets.glpi.row.opened");
        }
        String title = oneLine(text(row, GlpiField.TITLE), LONGEST_TITLE);
        String description = words(text(row, GlpiField.DESCRIPTION));
        return new GlpiTicket(
                line,
                id,
                oneLine(text(row, GlpiField.ENTITY), 300),
                oneLine(text(row, GlpiField.CATEGORY), 300),
                title.isEmpty() ? "Senza titolo" : title,
                description.length() > LONGEST_TEXT ? description.substring(0, LONGEST_TEXT) : description,
                state,
                type(text(row, GlpiField.TYPE)),
                urgency(text(row, GlpiField.URGENCY)),
                person(text(row, GlpiField.REQUESTER)),
                person(text(row, GlpiField.TECHNICIAN)),
                opened,
                moment(row, GlpiField.CHANGED, problems),
                moment(row, GlpiField.TAKEN, problems),
                moment(row, GlpiField.SOLVED, problems),
                moment(row, GlpiField.CLOSED, problems),
                List.of(),
                problems.toString());
    }

    private static String text(Map<GlpiField, String> row, GlpiField field) {
        return row.getOrDefault(field, "").strip();
    }

    private static void add(StringBuilder problems, String key, Object... values) {
        problems.append(problems.isEmpty() ? "" : " ").append(Messages.text(key, values));
    }

    static @Nullable TicketState state(String written) {
        return switch (GlpiField.plain(written)) {
            case "1", "nuovo", "new" -> TicketState.NEW;
            case "2", "in lavorazione (assegnato)", "in lavorazione (assegnata)", "processing (assigned)" ->
                TicketState.ASSIGNED;
            case "3", "in lavorazione (pianificato)", "in lavorazione (pianificata)", "processing (planned)" ->
                TicketState.PLANNED;
            case "4", "in attesa", "in sospeso", "pending" -> TicketState.SUSPENDED;
            case "5", "risolto", "solved" -> TicketState.SOLVED;
            case "6", "chiuso", "closed" -> TicketState.CLOSED;
            default -> null;
        };
    }

    private static TicketType type(String written) {
        return switch (GlpiField.plain(written)) {
            case "1", "incidente", "incident" -> TicketType.FAULT;
            default -> TicketType.REQUEST;
        };
    }

    private static Urgency urgency(String written) {
        return switch (GlpiField.plain(written)) {
            case "5", "molto alta", "very high" -> Urgency.BLOCKING;
            case "4", "alta", "high" -> Urgency.HIGH;
            case "2", "bassa", "low" -> Urgency.LOW;
            case "1", "molto bassa", "very low" -> Urgency.VERY_LOW;
            default -> Urgency.MEDIUM;
        };
    }

    static boolean isYes(String written) {
        return List.of("1", "si", "yes", "true").contains(GlpiField.plain(written));
    }

    private static @Nullable Instant moment(Map<GlpiField, String> row, GlpiField field, StringBuilder problems) {
        String written = text(row, field);
        if (written.isEmpty()) {
            return null;
        }
        Instant moment = moment(written);
        if (moment == null) {
            add(problems, "tickets.glpi.row.moment", written);
        }
        return moment;
    }

    /** A moment as one of GLPI's formats writes it; {@code null} for what is none. */
    static @Nullable Instant moment(String written) {
        for (DateTimeFormatter format : MOMENTS) {
            try {
                return LocalDateTime.parse(written, format).atZone(Italian.ROME).toInstant();
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    /** GLPI keeps HTML, and from version 9 to 10 with its signs written out: {@code &lt;p&gt;}. */
    static String words(String written) {
        String html = written.contains("&lt;") || written.contains("&#60;")
                ? org.jsoup.parser.Parser.unescapeEntities(written, false)
                : written;
        return html.contains("<") ? HtmlText.of(html) : html;
    }

    /** Of several, one below the other, the first. */
    static String person(String written) {
        return oneLine(written.replaceFirst("(?is)(<br\\s*/?>|\\n).*", ""), 200);
    }

    private static String oneLine(String text, int longest) {
        String line = org.jsoup.parser.Parser.unescapeEntities(text, false)
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() > longest ? line.substring(0, longest - 1) + "…" : line;
    }
}
