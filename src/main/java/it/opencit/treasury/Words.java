// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of names and reasons of payment, made comparable: banks write capitals, no accents, odd apostrophes. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^a-z0-9]+");

    /** What every name of a body has, or banks add: it tells nobody apart. */
    private static final Set<String> COMMON = Set.of(
            "di",
            "del",
            "dei",
            "della",
            "delle",
            "degli",
            "dell",
            "d",
            "la",
            "il",
            "lo",
            "le",
            "i",
            "e",
            "ed",
            "servizio",
            "tesoreria",
            "tesoriere",
            "c",
            "o",
            "conto",
            "ordinante");

    private Words() {}

    /** Lower-case letters without accents and digits, words parted by one space. */
    static String plain(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return OTHER_SIGNS.matcher(letters).replaceAll(" ").strip();
    }

    /** The words that tell a name from another, in any order. */
    static Set<String> telling(String text) {
        return Arrays.stream(plain(text).split(" "))
                .filter(word -> !word.isEmpty() && !COMMON.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
