// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs.pages;

import java.util.List;

/**
 * A component of a tariff as a reader sees it, with those within it.
 *
 * @param role what it is for its parent, such as "Comune" or "tetto del 2013"; "" when it adds nothing
 * @param label its own name; "" when it has none
 * @param what it does, such as "Somma di"
 * @param rows the numbers it states
 * @param table head of the first column when the rows are bands; "" when they are single numbers
 */
public record TariffNode(
        String role, String label, String what, List<Row> rows, String table, List<TariffNode> children) {

    public TariffNode {
        rows = List.copyOf(rows);
        children = List.copyOf(children);
    }

    /**
     * A number and what it is.
     *
     * @param toConfirm why it is not certain; "" when an act states it
     */
    public record Row(String name, String value, String toConfirm) {}

    /** Role and label together, as a heading. */
    public String heading() {
        if (role.isEmpty() || label.isEmpty() || role.equals(label)) {
            return role.isEmpty() ? label : role;
        }
        return role + ": " + label;
    }

    /** The same node in the place that its parent gives it. */
    public TariffNode as(String other) {
        return new TariffNode(other, label, what, rows, table, children);
    }

    /** The same node with a name of its own. */
    public TariffNode named(String name) {
        return new TariffNode(role, name, what, rows, table, children);
    }
}
