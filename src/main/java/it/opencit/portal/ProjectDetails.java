// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a project has come.
 *
 * @param progress per cent; {@code null} when not said
 */
public record ProjectDetails(
        @Nullable State state,
        @Nullable Integer progress,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final ProjectDetails NONE = new ProjectDetails(null, null, null, null);

    /** Of a project. */
    public enum State {
        PLANNED("In programma"),
        RUNNING("In corso"),
        SUSPENDED("Sospeso"),
        DONE("Concluso");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As the staff reads it. */
        String label() {
            return label;
        }
    }
}
