// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Period;

/**
 * That a body is part of a Unione, a Comunità montana or a consortium, and for how long.
 *
 * @param period first and last day; the last is {@code null} while it goes on
 */
public record Membership(long id, Member aggregation, Member member, Period period) {

    /** One of the two sides, with the name to show. */
    public record Member(OrganizationId id, OrganizationKind kind, String name) {}
}
