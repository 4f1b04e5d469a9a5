// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

/**
 * A person who works for the centre, or signs in for a body, as colleagues know it.
 *
 * @param email where it wants to be written to, as it said itself; "" when it did not
 */
public record StaffMember(String username, String name, String email) {}
