// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a payment quotes: numbers of accertamenti, and codes such as a pagoPA flow or an IUV.
 *
 * @param numbers with the year where it is written, else with 0
 * @param references capitals, digits and hyphens
 */
record Quoted(List<Number> numbers, Set<String> references) {

    /** {@code acc. n. 1003/2015}, {@code accertamento 1003 del 2015}, or a bare {@code 1003/2015}. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\bacc(?:ertamento|ert|\\.?to)?\\b[\\s.]*(?:n|nr|num|numero)?[\\s.°]*0*(\\d{1,9})(?:\\s*(?:/|-|del)\\s*(\\d{4}|\\d{2})\\b)?"
                    + "|(?<![\\d/])0*(\\d{1,9})\\s*/\\s*((?:19|20)\\d{2})(?![\\d/])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_SIGNS = Pattern.compile("[^A-Z0-9-]+");

    /** A number as quoted; the year is 0 where it is not written. */
    record Number(String number, int year) {

        boolean means(Accertamento accertamento) {
            return number.equals(accertamento.number()) && (year == 0 || year == accertamento.year());
        }
    }

    static Quoted in(String text) {
        Matcher found = NUMBER.matcher(text);
        Set<Number> numbers = new HashSet<>();
        while (found.find()) {
            boolean named = found.group(1) != null;
            numbers.add(
                    new Number(named ? found.group(1) : found.group(3), year(named ? found.group(2) : found.group(4))));
        }
        Set<String> references = OTHER_SIGNS
                .splitAsStream(text.toUpperCase(Locale.ROOT))
                .filter(token -> token.length() >= 6 && token.length() <= 60)
                .collect(Collectors.toSet());
        return new Quoted(List.copyOf(numbers), references);
    }

    /** A reference as it is compared. */
    static String reference(String typed) {
        return OTHER_SIGNS.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    private static int year(@Nullable String written) {
        if (written == null) {
            return 0;
        }
        int year = Integer.parseInt(written);
        return year < 100 ? 2000 + year : year;
    }
}
