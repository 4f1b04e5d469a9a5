// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a contract with a supplier within its centre. */
public record ContractId(long value) {

    @JsonCreator
    public static ContractId of(long value) {
        return new ContractId(value);
    }

    @JsonCreator
    static ContractId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static ContractId valueOf(String text) {
        return new ContractId(Long.parseLong(text));
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
