// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The catalogue.
 *
 * @param words looked for; "" for none
 * @param sieves by which the list may be narrowed
 * @param narrowed whether anything was asked: then one may go back to the whole list
 */
public record SiteServices(
        Shell shell, String words, List<Sieve> sieves, boolean narrowed, List<SiteCard> cards, String count) {

    /** A question with its answers; {@code value} is the one given, "" for none. */
    public record Sieve(String name, String label, List<Option> options, String value) {}
}
