// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/**
 * A service was added, or it or its sheet was changed. It is told in the transaction that writes it: what follows from it
 * is kept with it, or neither is.
 */
public record OfferingChanged(OfferingId offering) {}
