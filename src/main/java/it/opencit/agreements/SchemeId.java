// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a scheme of convention within its centre. */
public record SchemeId(@JsonValue long value) {

    @JsonCreator
    public static SchemeId of(long value) {
        return new SchemeId(value);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static SchemeId valueOf(String text) {
        return new SchemeId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
