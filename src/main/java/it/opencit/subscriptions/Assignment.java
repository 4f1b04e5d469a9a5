// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.SupplierId;
import org.jspecify.annotations.Nullable;

/**
 * Who sets a service up.
 *
 * @param person of the centre, by name
 * @param supplier where it is one's work
 */
record Assignment(String person, @Nullable SupplierId supplier) {}
