// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

/** How the last character of Italian tax identifiers follows from the ones before it. */
final class CheckDigit {

    /** Value of each of 0-9 in odd places (first, third…); letters A-J share them. D.M. 12/03/1974. */
    private static final int[] ODD_PLACES = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private CheckDigit() {}

    /** The eleventh digit of a VAT number or of the tax code of a body, from the first ten (d.P.R. 633/1972, art. 35). */
    static char ofTenDigits(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** The sixteenth letter of a person's tax code, from the first fifteen characters (D.M. 12/03/1974). */
    static char ofFifteenCharacters(String characters) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char character = characters.charAt(i);
            int order = character <= '9' ? character - '0' : character - 'A';
            sum += i % 2 == 0 ? ODD_PLACES[order] : order;
        }
        return (char) ('A' + sum % 26);
    }
}
