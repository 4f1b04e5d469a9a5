// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * The national holidays (l. 260/1949, art. 2, with d.P.R. 792/1985 for 6 January, l. 336/2000 for 2 June and
 * l. 151/2025 for 4 October). Sundays are not among them: no office opens on them unless its calendar says so.
 */
final class Holidays {

    private Holidays() {}

    /** The name of the holiday that falls on a day. */
    static Optional<String> name(LocalDate day) {
        String name =
                switch (day.getMonth()) {
                    case JANUARY ->
                        day.getDayOfMonth() == 1
                                ? "Capodanno"
                                : day.getDayOfMonth() == 6 && day.getYear() >= 1986 ? "Epifania" : "";
                    case APRIL -> day.getDayOfMonth() == 25 ? "Anniversario della Liberazione" : "";
                    case MAY -> day.getDayOfMonth() == 1 ? "Festa del lavoro" : "";
                    case JUNE -> day.getDayOfMonth() == 2 && day.getYear() >= 2001 ? "Festa della Repubblica" : "";
                    case AUGUST -> day.getDayOfMonth() == 15 ? "Assunzione" : "";
                    case OCTOBER -> day.getDayOfMonth() == 4 && day.getYear() >= 2026 ? "San Francesco d'Assisi" : "";
                    case NOVEMBER -> day.getDayOfMonth() == 1 ? "Ognissanti" : "";
                    case DECEMBER ->
                        switch (day.getDayOfMonth()) {
                            case 8 -> "Immacolata Concezione";
                            case 25 -> "Natale";
                            case 26 -> "Santo Stefano";
                            default -> "";
                        };
                    default -> "";
                };
        if (name.isEmpty()
                && day.getDayOfWeek() == DayOfWeek.MONDAY
                && easter(day.getYear()).plusDays(1).equals(day)) {
            name = "Lunedì dell'Angelo";
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    static boolean includes(LocalDate day) {
        return name(day).isPresent();
    }

    /** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int n = h + l - 7 * m;
        int month = (n + 90) / 25;
        return LocalDate.of(year, Month.of(month), (n + 33 * month + 19) % 32);
    }
}
