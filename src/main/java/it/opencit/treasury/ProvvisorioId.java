// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a provvisorio within its centre; not its number, which the treasurer gives and restarts every year. */
public record ProvvisorioId(long value) implements Comparable<ProvvisorioId> {

    @JsonCreator
    public static ProvvisorioId of(long value) {
        return new ProvvisorioId(value);
    }

    @JsonCreator
    static ProvvisorioId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static ProvvisorioId valueOf(String text) {
        return new ProvvisorioId(Long.parseLong(text));
    }

    @Override
    public int compareTo(ProvvisorioId other) {
        return Long.compare(value, other.value);
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
