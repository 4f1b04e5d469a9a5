// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The mailbox of the help desk.
 *
 * @param saved whether there is one
 * @param trouble why it is not read; "" when it is
 * @param tried what a test of the connection found; "" when none was made
 */
public record MailboxPage(
        List<Option> securities, List<Option> categories, boolean saved, String trouble, String tried) {}
