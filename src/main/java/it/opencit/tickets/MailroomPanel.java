// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the home page: mail that waits for somebody, and a mailbox that is not read. */
@Component
class MailroomPanel implements HomePanel {

    private final Quarantine quarantine;
    private final Mailboxes mailboxes;

    MailroomPanel(Quarantine quarantine, Mailboxes mailboxes) {
        this.quarantine = quarantine;
        this.mailboxes = mailboxes;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE)) {
            return Shown.NOTHING;
        }
        List<Attention> attention = new ArrayList<>();
        long waiting = quarantine.count();
        if (waiting > 0) {
            attention.add(new Attention(
                    Urgency.SOON,
                    Messages.text("tickets.attention.incoming", waiting),
                    Addresses.INCOMING + "?esito=" + IncomingList.OPEN));
        }
        mailboxes
                .trouble()
                .ifPresent(trouble -> attention.add(new Attention(
                        Urgency.NOW,
                        Messages.text("tickets.attention.mailbox", trouble.what()),
                        person.isOneOf(Role.COORDINATORE) ? Addresses.MAILBOX : Addresses.INCOMING)));
        return new Shown(List.of(), attention);
    }
}
