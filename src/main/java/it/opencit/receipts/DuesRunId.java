// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a dues run within its centre. */
public record DuesRunId(long value) {

    @JsonCreator
    static DuesRunId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address. */
    public static DuesRunId valueOf(String text) {
        return new DuesRunId(Long.parseLong(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
