// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a scheme of convention within its centre. */
public record SchemeId(long value) {

    @JsonCreator
    public static SchemeId of(long value) {
        return new SchemeId(value);
    }

    @JsonCreator
    static SchemeId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static SchemeId valueOf(String text) {
        return new SchemeId(Long.parseLong(text));
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
