// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.forms.Option;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values of an enumeration as options of a form or filter, and as words in a list. */
final class Choices {

    private Choices() {}

    static <E extends Enum<E>> List<Option> of(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), label.apply(value)))
                .toList();
    }

    /** As many options, none made at the start. */
    static List<Option> optional(String none, List<Option> options) {
        return Stream.concat(Stream.of(new Option("", none)), options.stream()).toList();
    }

    /** An expression that turns the names kept in a column into words. */
    static <E extends Enum<E>> String sql(String column, E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> "when '" + value.name() + "' then '"
                        + label.apply(value).replace("'", "''") + "'")
                .collect(Collectors.joining(" ", "case " + column + " ", " end"));
    }
}
