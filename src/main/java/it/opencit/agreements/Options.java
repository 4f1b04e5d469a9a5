// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.stream.Stream;

/** Choices that begin with none made. */
final class Options {

    private Options() {}

    static List<Option> withChoice(List<Option> options) {
        return Stream.concat(Stream.of(new Option("", "Scegli…")), options.stream())
                .toList();
    }
}
