// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names made comparable: sources write the same body with other capitals, accents and apostrophes. */
final class Plain {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^a-z0-9]+");

    private Plain() {}

    /** Lower-case letters without accents and digits, words parted by one space: {@code Alà dei Sardi → ala dei sardi}. */
    static String of(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return OTHER_SIGNS.matcher(letters).replaceAll(" ").strip();
    }

    static boolean same(String one, String other) {
        return of(one).equals(of(other));
    }
}
