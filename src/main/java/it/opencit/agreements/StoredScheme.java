// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

/** A scheme as it is kept. */
public record StoredScheme(SchemeId id, Scheme scheme, int version) {}
