// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses a text may hold: places to go to, and pictures of the centre's own library. */
final class SafeAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile("/immagini/[1-9]\\d{0,17}/\\d{1,5}\\.webp");

    private SafeAddress() {}

    /** The address of a link, as a browser would read it; empty when it would run something or lead nowhere. */
    static Optional<String> ofLink(String typed) {
        // Browsers skip these characters within an address: "java\nscript:" runs.
        String address =
                typed.replaceAll("[\\p{Cntrl}\u0080-\u009f]", "").strip().replace(" ", "%20");
        if (address.isEmpty() || address.startsWith("#") || address.startsWith("/\\")) {
            return Optional.empty();
        }
        if (address.startsWith("//")) {
            return Optional.of("https:" + address);
        }
        Matcher scheme = SCHEME.matcher(address);
        if (scheme.matches() && !SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(address);
    }

    /** The address of a picture of the centre; empty for any other. */
    static Optional<String> ofPicture(String typed) {
        String address = typed.strip();
        return PICTURE.matcher(address).matches() ? Optional.of(address) : Optional.empty();
    }
}
