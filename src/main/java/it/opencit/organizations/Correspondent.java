// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/**
 * Somebody known by the address it writes from.
 *
 * @param name of the person; "" when the address is the body's own
 */
public record Correspondent(OrganizationId organization, String name) {}
