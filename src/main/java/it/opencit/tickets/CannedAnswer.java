// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer written once, with places that are filled from the ticket.
 *
 * @param category code of the category that it is for, with those below; {@code null} for all
 * @param text with placeholders such as {@code {ticket}}
 * @param version to notice that somebody else changed it meanwhile
 */
record CannedAnswer(long id, @Nullable String category, String title, String text, boolean retired, int version) {

    /** What may stand between braces. */
    static final Set<String> PLACES =
            new TreeSet<>(Set.of("ticket", "titolo", "ente", "richiedente", "servizio", "operatore"));

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** @throws Refusal when something is missing, or stands between braces that nothing fills */
    void check() {
        if (title.isBlank()) {
            throw Refusal.inField("title", "tickets.canned.title");
        }
        if (text.isBlank()) {
            throw Refusal.inField("text", "tickets.text.required");
        }
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            if (!PLACES.contains(place.group(1))) {
                throw Refusal.inField("text", "tickets.canned.place", place.group(), places());
            }
        }
    }

    /** {@code {ente}, {operatore}...}, for who writes one. */
    static String places() {
        return PLACES.stream()
                .map(one -> "{" + one + "}")
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** The text with its places filled. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
