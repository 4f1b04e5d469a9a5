// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies the accession of a body to a scheme within its centre. */
public record AccessionId(long value) {

    @JsonCreator
    public static AccessionId of(long value) {
        return new AccessionId(value);
    }

    @JsonCreator
    static AccessionId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static AccessionId valueOf(String text) {
        return new AccessionId(Long.parseLong(text));
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
