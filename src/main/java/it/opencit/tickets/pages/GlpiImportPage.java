// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * An export of GLPI before and after it is imported.
 *
 * @param waiting whether it has not started
 * @param outcome what was done of it, in words
 * @param making how many tickets it would make
 * @param entries how many follow-ups, tasks and solutions come with them
 * @param known how many were imported before
 * @param wrong how many rows have a problem
 * @param entities of GLPI, each with how many rows; the field of each is {@code ente-} and its place
 * @param categories of GLPI, likewise with {@code categoria-}
 * @param bodies names that an entity can be given
 * @param ours categories that one of GLPI can be given
 */
public record GlpiImportPage(
        String fileName,
        String address,
        boolean waiting,
        String outcome,
        int making,
        int entries,
        int known,
        int wrong,
        List<Count> states,
        List<Count> entities,
        List<Count> categories,
        List<String> bodies,
        List<Option> ours,
        List<Wrong> problems) {

    /** How many rows have something in common. */
    public record Count(String label, String number) {}

    /** A row that cannot be imported, and why. */
    public record Wrong(int line, String glpiId, String text) {}

    /** An export uploaded before. */
    public record Past(String address, String fileName, String when, String outcome) {}
}
