// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hash of a seal, entry by entry, so that nothing is kept in memory. Each value is written with its kind and its length
 * and the members of a JSON object in the order of their names: the same facts give the same bytes whatever version of the
 * database returns them, and no two entries give the same. The form is described in docs/security.md; a change of it would
 * make every seal look broken.
 */
final class SealDigest {

    private static final ObjectReader JSON =
            JsonMapper.shared().readerFor(Object.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final MessageDigest sha256;
    private long first;
    private long last;
    private long entries;

    /** @param previous hash of the seal before; "" for the first */
    SealDigest(String previous) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
        text(previous);
    }

    void add(Entry entry) {
        number(entry.id());
        number(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        text(entry.actor());
        text(entry.action());
        text(entry.table());
        text(entry.row());
        json(entry.before());
        json(entry.after());
        text(entry.why());
        first = entries == 0 ? entry.id() : first;
        last = entry.id();
        entries++;
    }

    long entries() {
        return entries;
    }

    /** What was added, closed. */
    Seal close(long number, Instant at) {
        return new Seal(number, first, last, entries, HexFormat.of().formatHex(sha256.digest()), at);
    }

    private void json(@Nullable String value) {
        value(value == null ? null : JSON.readValue(value));
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> members -> {
                Map<String, @Nullable Object> ordered = new TreeMap<>();
                members.forEach((name, member) -> ordered.put(String.valueOf(name), member));
                piece('o', Integer.toString(ordered.size()));
                ordered.forEach((name, member) -> {
                    text(name);
                    value(member);
                });
            }
            case List<?> values -> {
                piece('a', Integer.toString(values.size()));
                values.forEach(this::value);
            }
            case BigDecimal decimal -> piece('n', decimal.toPlainString());
            case Number whole -> piece('n', whole.toString());
            case Boolean truth -> piece('b', truth.toString());
            case String text -> text(text);
            case null -> text(null);
            default -> throw new IllegalArgumentException("No JSON value: " + value.getClass());
        }
    }

    private void number(long number) {
        piece('n', Long.toString(number));
    }

    private void text(@Nullable String text) {
        if (text == null) {
            piece('z', "");
        } else {
            piece('s', text);
        }
    }

    private void piece(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((kind + Integer.toString(bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
    }
}
