// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

/**
 * A warning that travels with an amount.
 *
 * @param label short, such as "da confermare" or "dimostrativo"
 * @param note what it concerns
 */
public record Mark(String label, String note) {

    public static final String TO_CONFIRM = "da confermare";

    static Mark toConfirm(String note) {
        return new Mark(TO_CONFIRM, note);
    }
}
