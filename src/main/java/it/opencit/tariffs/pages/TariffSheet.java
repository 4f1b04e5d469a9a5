// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs.pages;

import java.util.List;

/**
 * A tariff as its page shows it.
 *
 * @param address of the page; what can be done with it stands below it
 * @param token how other pages name it: number of a version, or code of a kit's tariff
 * @param state "bozza", "in vigore" or "di un corredo"
 * @param act "nessun atto" for a draft
 * @param figureDates such as "abitanti: al 31/12/2013"
 * @param problems what keeps it from coming in force, each with its place
 * @param toConfirm what the sources do not state, each with its place
 * @param derivedFrom code; "" when written anew
 * @param changed who changed it last and when; "" for a kit
 * @param version for optimistic locking
 */
public record TariffSheet(
        String address,
        String token,
        String code,
        String title,
        String state,
        boolean draft,
        boolean shipped,
        boolean writable,
        String validity,
        String act,
        String actText,
        String vat,
        List<String> figureDates,
        List<QuantityLine> quantities,
        TariffNode tree,
        List<String> notes,
        List<String> problems,
        List<String> toConfirm,
        String derivedFrom,
        String changed,
        int version,
        List<Version> history) {

    /** A quantity that the tariff takes. */
    public record QuantityLine(String key, String label, String unit, String whenMissing) {}

    /**
     * Another version of the same code.
     *
     * @param compare address of the comparison with this one; "" for this one
     */
    public record Version(String address, String validity, String state, String act, String changed, String compare) {}
}
