// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of the list ends: the moment it is ordered by, to the microsecond, and the number. */
record Position(Instant at, long number) {

    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,18})");

    /** An address cut short or made up gives {@code null}: the list begins from its start. */
    static @Nullable Position read(String cursor) {
        try {
            Matcher matcher =
                    WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            if (!matcher.matches()) {
                return null;
            }
            long micros = Long.parseLong(matcher.group(1));
            Instant at =
                    Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
            return new Position(at, Long.parseLong(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    String write() {
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + "." + number).getBytes(StandardCharsets.US_ASCII));
    }
}
