// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a service of the catalogue within its centre. */
public record OfferingId(long value) {

    @JsonCreator
    public static OfferingId of(long value) {
        return new OfferingId(value);
    }

    @JsonCreator
    static OfferingId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static OfferingId valueOf(String text) {
        return new OfferingId(Long.parseLong(text));
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
