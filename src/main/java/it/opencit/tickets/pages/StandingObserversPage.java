// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * Who always follows the new tickets of a body, and the form to name one more.
 *
 * @param people of the body, and its roles
 * @param back where the help desk begins for who reads
 */
public record StandingObserversPage(
        FormInput form,
        String body,
        String action,
        String back,
        List<Option> people,
        List<Option> categories,
        List<Line> lines) {

    /**
     * One who follows.
     *
     * @param categories in words
     * @param since day
     * @param end address to end it
     */
    public record Line(String name, String categories, String since, String namedBy, String end) {}
}
