// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an accertamento within its centre; not its number, which the accounting office gives. */
public record AccertamentoId(long value) implements Comparable<AccertamentoId> {

    @JsonCreator
    public static AccertamentoId of(long value) {
        return new AccertamentoId(value);
    }

    @JsonCreator
    static AccertamentoId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static AccertamentoId valueOf(String text) {
        return new AccertamentoId(Long.parseLong(text));
    }

    @Override
    public int compareTo(AccertamentoId other) {
        return Long.compare(value, other.value);
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
