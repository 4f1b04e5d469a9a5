// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hours in which an office works, within one day of the week.
 *
 * @param from minute of the day, from 0
 * @param to minute of the day, not included; 1440 is midnight at the end
 */
record Opening(int from, int to) {

    private static final int DAY = 24 * 60;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[:.](\\d{2})\\s*[-–]\\s*(\\d{1,2})[:.](\\d{2})");

    Opening {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("Not hours of a day: " + from + "-" + to);
        }
    }

    /** Reads {@code 08:30-12:30, 14:00-17:00}; nothing for a day on which the office is closed. */
    static List<Opening> read(String field, String written) {
        List<Opening> openings = new ArrayList<>();
        for (String part : written.split("[,;]")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher matcher = WRITTEN.matcher(part.strip());
            if (!matcher.matches()) {
                throw Refusal.inField(field, "tickets.calendar.hours", part.strip());
            }
            int from = minute(matcher.group(1), matcher.group(2));
            int to = minute(matcher.group(3), matcher.group(4));
            if (from >= to || to > DAY) {
                throw Refusal.inField(field, "tickets.calendar.hours", part.strip());
            }
            openings.add(new Opening(from, to));
        }
        openings.sort(Comparator.comparingInt(Opening::from));
        for (int i = 1; i < openings.size(); i++) {
            if (openings.get(i).from < openings.get(i - 1).to) {
                throw Refusal.inField(field, "tickets.calendar.overlap", openings.get(i - 1), openings.get(i));
            }
        }
        return List.copyOf(openings);
    }

    static String write(List<Opening> openings) {
        return openings.stream().map(Opening::toString).collect(Collectors.joining(", "));
    }

    private static int minute(String hour, String minute) {
        int minutes = Integer.parseInt(minute);
        return minutes > 59 ? DAY + 1 : Integer.parseInt(hour) * 60 + minutes;
    }

    /** {@code 08:30-12:30}. */
    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}
