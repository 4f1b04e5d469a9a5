// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list.
 *
 * @param key unique number of the row
 * @param values by column key; String, Number, {@link it.opencit.shared.Euro}, LocalDate or Instant
 */
public record ListRow(long key, Map<String, @Nullable Object> values) {

    public @Nullable Object value(String column) {
        return values.get(column);
    }
}
