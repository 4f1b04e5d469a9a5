// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the home page: mails that the server refused, or that wait for a server. */
@Component
class MailPanel implements HomePanel {

    private final MailStore mails;
    private final Outbox outbox;

    MailPanel(MailStore mails, Outbox outbox) {
        this.mails = mails;
        this.outbox = outbox;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO)) {
            return Shown.NOTHING;
        }
        long refused = mails.count(MailState.UNDELIVERED);
        if (refused > 0) {
            return attention(Urgency.NOW, "notices.attention.undelivered", refused, MailState.UNDELIVERED);
        }
        long waiting = outbox.hasServer() ? 0 : mails.count(MailState.QUEUED);
        return waiting > 0
                ? attention(Urgency.WHEN_CONVENIENT, "notices.attention.no-server", waiting, MailState.QUEUED)
                : Shown.NOTHING;
    }

    private static Shown attention(Urgency urgency, String key, long number, MailState state) {
        return new Shown(
                List.of(),
                List.of(new Attention(
                        urgency, Messages.text(key, number), MailController.MAILS + "?stato=" + state.name())));
    }
}
