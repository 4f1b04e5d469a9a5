// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a body within its centre. */
public record OrganizationId(long value) implements Comparable<OrganizationId> {

    @JsonCreator
    public static OrganizationId of(long value) {
        return new OrganizationId(value);
    }

    @JsonCreator
    static OrganizationId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static OrganizationId valueOf(String text) {
        return new OrganizationId(Long.parseLong(text));
    }

    @Override
    public int compareTo(OrganizationId other) {
        return Long.compare(value, other.value);
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
