// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/**
 * What would change in a stored body.
 *
 * @param field what it is called in the pages
 * @param before empty when there was nothing
 */
record FieldChange(String field, String before, String after) {

    @Override
    public String toString() {
        return field + ": " + (before.isEmpty() ? "–" : before) + " → " + after;
    }
}
