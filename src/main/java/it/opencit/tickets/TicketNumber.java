// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a ticket, counted from 1 at each centre: it is what people read and write. */
public record TicketNumber(@JsonValue long value) {

    public TicketNumber {
        if (value < 1) {
            throw new IllegalArgumentException("Not the number of a ticket: " + value);
        }
    }

    @JsonCreator
    public static TicketNumber of(long value) {
        return new TicketNumber(value);
    }

    /** Reads the number of a page address: the converter that Spring MVC finds by itself. */
    public static TicketNumber valueOf(String text) {
        return new TicketNumber(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
