// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sites as the index writes them, without a scheme, made into addresses. */
final class Websites {

    private static final Pattern HOST = Pattern.compile("(https?://)?[A-Za-z0-9][A-Za-z0-9.-]*\\.[A-Za-z]{2,}(/\\S*)?");

    private Websites() {}

    /** The address to follow; {@code null} when the text is not one (and never a script). */
    static @Nullable String address(String website) {
        if (!HOST.matcher(website).matches()) {
            return null;
        }
        return website.startsWith("http") ? website : "https://" + website;
    }
}
