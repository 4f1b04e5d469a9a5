// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.pages;

import it.opencit.shared.texts.Difference;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two versions, shown by the template {@code shared/changes}.
 *
 * @param from which version, when and by whom
 * @param fields those that changed
 */
public record Changes(String from, String to, List<Field> fields) {

    public Changes {
        fields = List.copyOf(fields);
    }

    /** A field of a version and what it says. */
    public record Line(String label, String text) {}

    /** A field that changed. */
    public record Field(String label, List<Difference.Part> parts) {}

    /**
     * Compares two versions field by field.
     *
     * @param before every field of the first, in the order in which {@code after} has them
     */
    public static Changes between(String from, List<Line> before, String to, List<Line> after) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            String was = before.get(i).text();
            String is = after.get(i).text();
            if (!was.equals(is)) {
                fields.add(new Field(before.get(i).label(), Difference.between(was, is)));
            }
        }
        return new Changes(from, to, fields);
    }
}
