// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a subscription within its centre. */
public record SubscriptionId(long value) {

    @JsonCreator
    public static SubscriptionId of(long value) {
        return new SubscriptionId(value);
    }

    @JsonCreator
    static SubscriptionId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static SubscriptionId valueOf(String text) {
        return new SubscriptionId(Long.parseLong(text));
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
