// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import org.jspecify.annotations.Nullable;

/**
 * A person of a body who follows a ticket.
 *
 * @param email where answers are sent; "" when not known
 * @param username of who signs in; {@code null} for who does not
 */
public record Observer(String name, String email, @Nullable String username) {}
