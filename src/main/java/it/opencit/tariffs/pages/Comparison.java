// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs.pages;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * Two tariffs side by side.
 *
 * @param changes what differs, in the order of the tariffs
 * @param choices what else can be compared
 */
public record Comparison(
        String before, String beforeName, String after, String afterName, List<Change> changes, List<Option> choices) {

    /**
     * A difference.
     *
     * @param where such as "Comuni › abitanti › da 5.001 a 10.000"
     * @param before "" when it was not there
     * @param after "" when it is no longer there
     */
    public record Change(String where, String before, String after) {}
}
