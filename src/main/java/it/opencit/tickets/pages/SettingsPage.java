// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import java.util.List;

/** What the centre has decided for its tickets. */
public record SettingsPage(
        String calendar,
        List<Day> week,
        String patron,
        List<Day> closures,
        List<Day> holidays,
        String reopenDays,
        List<Level> levels,
        List<CategoryLine> categories) {

    /** A day, and what is said of it. */
    public record Day(String day, String what) {}

    /** A promise in force. */
    public record Level(String title, String applies, String take, String solution, String version, String address) {}

    /** A category. */
    public record CategoryLine(String title, String code, String asks, boolean retired, String address) {}
}
