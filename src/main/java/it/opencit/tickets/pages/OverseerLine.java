// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

/**
 * A Unione that sees the tickets of its members.
 *
 * @param basis where the convention says so
 * @param end address to end it
 */
public record OverseerLine(String name, String basis, String end) {}
