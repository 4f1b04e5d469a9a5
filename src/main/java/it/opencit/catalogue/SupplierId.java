// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a supplier within its centre. */
public record SupplierId(long value) {

    @JsonCreator
    public static SupplierId of(long value) {
        return new SupplierId(value);
    }

    @JsonCreator
    static SupplierId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static SupplierId valueOf(String text) {
        return new SupplierId(Long.parseLong(text));
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
