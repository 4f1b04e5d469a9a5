// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/**
 * The mailbox of a centre, to which bodies write.
 *
 * @param secret sealed by {@link MailSecrets}
 * @param address to which answers go, in small letters
 * @param category code of the category of tickets opened by mail
 * @param existing whether also messages are read that were there before {@code since}
 * @param largest size in bytes above which of a message only the headers are kept
 * @param since when it began to be read
 */
record Mailbox(
        long id,
        String host,
        int port,
        MailboxSecurity security,
        String username,
        byte[] secret,
        String folder,
        String address,
        String category,
        int largest,
        boolean existing,
        boolean active,
        Instant since,
        int version) {

    /** Whether another is read with the same credentials at the same place: then its secret serves for both. */
    boolean isSameAccount(Mailbox other) {
        return host.equalsIgnoreCase(other.host)
                && port == other.port
                && security == other.security
                && username.equals(other.username);
    }

    /** Whether the numbers that the server gives to messages are the same. */
    boolean isSameFolder(Mailbox other) {
        return host.equalsIgnoreCase(other.host) && username.equals(other.username) && folder.equals(other.folder);
    }
}
