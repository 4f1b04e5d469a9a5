// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices.pages;

import java.util.List;

/**
 * One mail.
 *
 * @param lastError what the server said; "" when nothing went wrong
 * @param sentAt "" when it did not leave
 */
public record MailPage(
        String address,
        String subject,
        String to,
        String text,
        String state,
        int attempts,
        String lastError,
        String createdAt,
        String createdBy,
        String sentAt,
        List<Attached> files,
        boolean mayAgain) {

    public record Attached(String name, String address) {}
}
