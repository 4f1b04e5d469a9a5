// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an allocation within its centre. */
public record AllocationId(long value) implements Comparable<AllocationId> {

    @JsonCreator
    public static AllocationId of(long value) {
        return new AllocationId(value);
    }

    @JsonCreator
    static AllocationId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static AllocationId valueOf(String text) {
        return new AllocationId(Long.parseLong(text));
    }

    @Override
    public int compareTo(AllocationId other) {
        return Long.compare(value, other.value);
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
