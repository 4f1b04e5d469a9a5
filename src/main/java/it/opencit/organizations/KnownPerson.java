// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/**
 * A person of a body as it is kept.
 *
 * @param id within the centre
 * @param version of what is written, to notice that somebody else changed it meanwhile
 */
public record KnownPerson(OrganizationId organization, long id, BodyPerson person, int version) {}
