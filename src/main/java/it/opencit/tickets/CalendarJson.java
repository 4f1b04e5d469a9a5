// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A calendar as the database keeps it: hours as they are written in the form, days as ISO dates. */
final class CalendarJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private CalendarJson() {}

    static String week(WorkingCalendar calendar) {
        Map<String, String> week = new TreeMap<>();
        calendar.week().forEach((day, openings) -> week.put(day.name(), Opening.write(openings)));
        return JSON.writeValueAsString(week);
    }

    static String closures(WorkingCalendar calendar) {
        Map<String, String> closures = new TreeMap<>();
        calendar.closures().forEach((day, why) -> closures.put(day.toString(), why));
        return JSON.writeValueAsString(closures);
    }

    static @Nullable String patron(WorkingCalendar calendar) {
        MonthDay patron = calendar.patron();
        return patron == null ? null : patron.toString().substring(2);
    }

    static WorkingCalendar read(String week, @Nullable String patron, String closures) {
        Map<DayOfWeek, List<Opening>> hours = new EnumMap<>(DayOfWeek.class);
        JSON.readValue(week, TEXTS)
                .forEach((day, written) -> hours.put(DayOfWeek.valueOf(day), Opening.read("", written)));
        TreeMap<LocalDate, String> closed = new TreeMap<>();
        JSON.readValue(closures, TEXTS).forEach((day, why) -> closed.put(LocalDate.parse(day), why));
        return new WorkingCalendar(hours, patron == null ? null : MonthDay.parse("--" + patron), closed);
    }
}
