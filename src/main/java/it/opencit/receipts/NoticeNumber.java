// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;

/**
 * The number of a pagoPA notice: 3, the segregation code, thirteen digits of ours, two check digits (SACI 3.1.0: the
 * remainder of the first sixteen by 93).
 *
 * @param value eighteen digits
 */
record NoticeNumber(String value) {

    private static final long MODULUS = 93;

    NoticeNumber {
        if (!value.matches("3([0-3]\\d|4[0-5])\\d{15}") || check(value.substring(0, 16)) != last(value)) {
            throw new IllegalArgumentException("Not a pagoPA notice number: " + value);
        }
    }

    /**
     * @param segregation two digits, 00 to 45, given by PagoPA
     * @param own the thirteen digits by which we know what is paid
     */
    static NoticeNumber of(String segregation, long own) {
        String first = "3" + segregation + "%013d".formatted(own);
        return new NoticeNumber(first + "%02d".formatted(check(first)));
    }

    /** For a request of a year: the year and its progressive number, so that nobody needs another register. */
    static NoticeNumber of(String segregation, int year, int number) {
        return of(segregation, year * 1_000_000_000L + number);
    }

    /** What identifies the payment: the digits after the first. */
    String iuv() {
        return value.substring(1);
    }

    /** In groups of four, as people read it to each other. */
    String spaced() {
        return value.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    /** What the QR of the notice says (STANDARDS: {@code PAGOPA|002|notice|creditor|cents}). */
    String qrText(String creditor, Euro amount) {
        return "PAGOPA|002|%s|%s|%d".formatted(value, creditor, amount.cents());
    }

    private static int check(String first) {
        return (int) (Long.parseLong(first) % MODULUS);
    }

    private static int last(String value) {
        return Integer.parseInt(value.substring(16));
    }
}
