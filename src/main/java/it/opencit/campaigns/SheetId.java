// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies the sheet of a body in a campaign within its centre. */
record SheetId(long value) {

    @JsonCreator
    public static SheetId of(long value) {
        return new SheetId(value);
    }

    @JsonCreator
    static SheetId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static SheetId valueOf(String text) {
        return new SheetId(Long.parseLong(text));
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
