// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/**
 * How clear a reader found a page.
 *
 * @param path of the page, without the language
 * @param stars from 1 to 5
 * @param reason one of {@link Reason}; "" until it is said
 */
record Rating(long id, String path, int stars, String reason) {

    /** What went well, or badly: the same headings serve for both, in other words. */
    enum Reason {
        CLEAR("Chiarezza delle indicazioni"),
        COMPLETE("Completezza delle indicazioni"),
        PROCEDURE("Come procedere"),
        TECHNICAL("Problemi tecnici"),
        OTHER("Altro");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** As the staff reads it. */
        String label() {
            return label;
        }
    }

    /** Whether it is asked what went well, not what went badly. */
    boolean isGood() {
        return stars >= 4;
    }

    boolean isExplained() {
        return !reason.isEmpty();
    }
}
