// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a payment request within its centre. */
public record PaymentRequestId(long value) {

    @JsonCreator
    static PaymentRequestId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address. */
    public static PaymentRequestId valueOf(String text) {
        return new PaymentRequestId(Long.parseLong(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
