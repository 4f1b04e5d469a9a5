// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a file says of one body; its codes were read and are right.
 *
 * @param row line in the file
 * @param states what the source is the authority for: a different stored text is a change
 * @param suggests what is taken for a new body and where the stored one has nothing
 * @param figures at most one per kind and date
 * @param note something mended while reading, to show; {@code null} when there was nothing
 */
record ImportedBody(
        int row,
        OrganizationKind kind,
        Map<BodyField, String> states,
        Map<BodyField, String> suggests,
        List<Figure> figures,
        @Nullable String note) {

    /** What it says of a field, or nothing. */
    @Nullable
    String get(BodyField field) {
        String stated = states.get(field);
        return stated == null ? suggests.get(field) : stated;
    }

    String name() {
        String name = get(BodyField.NAME);
        return name == null ? "" : name;
    }
}
