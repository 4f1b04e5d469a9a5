// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import org.jspecify.annotations.Nullable;

/**
 * Who has a ticket.
 *
 * @param code user name of a person; of a group or supplier its kind and number, which stay when the name changes
 * @param name as it is read
 */
public record Assignee(Kind kind, String code, String name) {

    private static final String SUPPLIER = "fornitore-";
    private static final String GROUP = "gruppo-";

    /** What one may give a ticket to. */
    public enum Kind {
        PERSON("Persona"),
        GROUP("Gruppo"),
        SUPPLIER("Fornitore");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As pages write it. */
        public String label() {
            return label;
        }
    }

    public static Assignee of(Supplier supplier) {
        return new Assignee(Kind.SUPPLIER, code(supplier.id()), supplier.name());
    }

    public static Assignee of(StaffGroup group) {
        return new Assignee(Kind.GROUP, groupCode(Long.toString(group.id())), group.name());
    }

    static String groupCode(String group) {
        return GROUP + group;
    }

    /** The group that has it; {@code null} when it is of somebody else. */
    @Nullable
    Long group() {
        return kind == Kind.GROUP && code.matches(GROUP + "\\d{1,18}")
                ? Long.valueOf(code.substring(GROUP.length()))
                : null;
    }

    static String code(SupplierId supplier) {
        return SUPPLIER + supplier;
    }

    /** The supplier that has it; {@code null} when it is of somebody else. */
    @Nullable
    SupplierId supplier() {
        return kind == Kind.SUPPLIER && code.matches(SUPPLIER + "\\d{1,18}")
                ? SupplierId.valueOf(code.substring(SUPPLIER.length()))
                : null;
    }

    /** {@code Carla Monti} or {@code Fornitore: Rete Srl}. */
    String shown() {
        return kind == Kind.PERSON ? name : kind.label() + ": " + name;
    }
}
