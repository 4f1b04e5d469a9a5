// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import java.time.LocalDate;

/** On which days the current centre works, as the module that keeps its calendar knows. */
public interface WorkingDays {

    /** Whether the office opens on a day. */
    boolean include(LocalDate day);
}
