// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** Identifies a request within its centre. */
public record RequestId(long value) {

    /** Reads the number of a page address: the converter that Spring MVC finds by itself. */
    public static RequestId valueOf(String text) {
        return new RequestId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
