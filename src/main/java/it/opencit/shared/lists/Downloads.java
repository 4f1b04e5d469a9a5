// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.forms.Option;
import java.util.Arrays;
import java.util.List;

/**
 * A list as files, each with all its rows: what {@code shared/downloads.jte} shows.
 *
 * @param address of the files, up to the dot before the form
 * @param query of the address, with its question mark; "" for none
 */
public record Downloads(String address, String query) {

    /** The address of each form and what it is called. */
    public List<Option> files() {
        return Arrays.stream(ExportFormat.values())
                .map(format -> new Option(address + "." + format + query, format.label))
                .toList();
    }
}
