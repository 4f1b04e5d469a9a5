// SPDX-License-Identifier: EUPL-1.2
/**
 * Work that runs by itself. A module declares a {@code RecurringTask} bean (db-scheduler): of the nodes of an
 * installation one at a time runs it, and one that dies is followed by another.
 */
@NullMarked
package it.opencit.shared.jobs;

import org.jspecify.annotations.NullMarked;
