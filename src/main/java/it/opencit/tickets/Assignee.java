// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/**
 * Who has a ticket.
 *
 * @param code user name of a person; of a group or supplier its name
 * @param name as it is read
 */
public record Assignee(Kind kind, String code, String name) {

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

    /** {@code Carla Monti} or {@code Fornitore: Rete Srl}. */
    String shown() {
        return kind == Kind.PERSON ? name : kind.label() + ": " + name;
    }
}
