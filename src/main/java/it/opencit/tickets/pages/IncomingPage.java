// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * A message that came in.
 *
 * @param reason why it is in quarantine; "" when it is not
 * @param detail why it was discarded or what went wrong; ""
 * @param worked when and by whom it was decided; "" while it is not
 * @param ticket address of the ticket it belongs to; ""
 * @param open whether something is to be decided
 */
public record IncomingPage(
        String address,
        String subject,
        String sender,
        String senderName,
        String received,
        String state,
        String reason,
        String detail,
        String worked,
        String text,
        List<String> files,
        String ticket,
        String ticketNumber,
        boolean open,
        List<Option> bodies) {}
