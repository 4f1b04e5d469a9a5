// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an order of collection within its centre. */
public record RiscossioneId(long value) implements Comparable<RiscossioneId> {

    @JsonCreator
    public static RiscossioneId of(long value) {
        return new RiscossioneId(value);
    }

    @JsonCreator
    static RiscossioneId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static RiscossioneId valueOf(String text) {
        return new RiscossioneId(Long.parseLong(text));
    }

    @Override
    public int compareTo(RiscossioneId other) {
        return Long.compare(value, other.value);
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
