// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

/** A person who works for the centre, or signs in for a body, as colleagues know it. */
public record StaffMember(String username, String name) {}
