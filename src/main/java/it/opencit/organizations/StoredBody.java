// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * A body of the centre as an import sees it.
 *
 * @param fields only those that hold something
 * @param figures the current ones
 */
record StoredBody(
        OrganizationId id,
        OrganizationKind kind,
        int version,
        Map<BodyField, String> fields,
        Map<FigureKey, BigDecimal> figures) {

    /** What makes a current figure unique for a body. */
    record FigureKey(String kind, LocalDate date) {}

    String get(BodyField field) {
        return fields.getOrDefault(field, "");
    }
}
