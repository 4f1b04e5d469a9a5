// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Text out of bytes whose charset is said wrong, or not at all. */
final class Charsets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Charsets() {}

    /**
     * Reads text by the charset it declares, else as UTF-8, else as Windows-1252, which is what old programs mean.
     *
     * @param declared name of a charset; "" when none is
     * @return empty when none of them gives text
     */
    static Optional<String> read(byte[] bytes, String declared) {
        Set<Charset> candidates = new LinkedHashSet<>();
        named(declared)
                .filter(charset -> !charset.equals(StandardCharsets.US_ASCII))
                .ifPresent(candidates::add);
        candidates.add(StandardCharsets.UTF_8);
        candidates.add(WINDOWS);
        for (Charset candidate : candidates) {
            Optional<String> text = strictly(bytes, candidate);
            if (text.isPresent() && text.get().chars().noneMatch(Charsets::isNoText)) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** The text without what neither page nor database can take. */
    static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(one -> one == '\n' || one == '\t' || !Character.isISOControl(one))
                .filter(one -> one < Character.MIN_SURROGATE || one > Character.MAX_SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static Optional<Charset> named(String name) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Control characters that no text has: bytes of something else. */
    private static boolean isNoText(int one) {
        return one < 0x20 && one != '\n' && one != '\r' && one != '\t' && one != '\f' && one != 0x1b && one != 0x0b;
    }
}
