// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;

/**
 * A message as it is read: out of its PEC envelope if it came in one.
 *
 * @param messageId "" when it has none
 * @param references identifiers of the messages before it in the thread, the latest last
 * @param sender address in small letters; "" when none can be read
 * @param senderName "" when it is not said
 * @param text without markup
 * @param readable whether the text could be read at all
 */
record Letter(
        Nature nature,
        String messageId,
        List<String> references,
        String sender,
        String senderName,
        String subject,
        String text,
        boolean readable,
        List<Enclosed> enclosed) {

    /** A file that came with a message. */
    record Enclosed(String name, byte[] content) {}
}
