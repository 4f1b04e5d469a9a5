// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailbox of the current centre: how it is reached, and whether it is. */
@Service
class Mailboxes {

    private final MailboxStore store;
    private final MailSecrets secrets;
    private final Clock clock;

    Mailboxes(MailboxStore store, MailSecrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Mailbox> current() {
        return store.current();
    }

    /** Where answers are to be sent; "" when no mailbox is read. */
    @Transactional(readOnly = true)
    public String replyTo() {
        return store.current().filter(Mailbox::active).map(Mailbox::address).orElse("");
    }

    @Transactional(readOnly = true)
    public Optional<MailboxTrouble> trouble() {
        return store.trouble();
    }

    /**
     * Saves the mailbox.
     *
     * @param typed with no secret: that comes apart
     * @param secret "" to keep the one there is, which serves only the same account: it is never sent to another server
     * @param seen one more than the version that was read before editing; 0 when there was none
     */
    @Transactional
    public void save(Mailbox typed, String secret, int seen) {
        Mailbox before = store.current().orElse(null);
        Mailbox sealed = with(typed, secret, before);
        if (before != null && before.isSameFolder(typed)) {
            store.change(new Mailbox(
                    before.id(),
                    sealed.host(),
                    sealed.port(),
                    sealed.security(),
                    sealed.username(),
                    sealed.secret(),
                    sealed.folder(),
                    sealed.address(),
                    sealed.category(),
                    sealed.largest(),
                    sealed.existing(),
                    sealed.active(),
                    before.active() ? before.since() : clock.instant(),
                    seen - 1));
        } else {
            store.replace(sealed, seen);
        }
    }

    /** The mailbox as typed, with its secret sealed. */
    Mailbox with(Mailbox typed, String secret, @Nullable Mailbox before) {
        if (secret.isEmpty() && (before == null || !before.isSameAccount(typed))) {
            throw Refusal.inField("secret", "tickets.mailbox.secret");
        }
        return new Mailbox(
                0,
                typed.host(),
                typed.port(),
                typed.security(),
                typed.username(),
                secret.isEmpty() && before != null ? before.secret() : secrets.seal(secret, purpose()),
                typed.folder(),
                typed.address(),
                typed.category(),
                typed.largest(),
                typed.existing(),
                typed.active(),
                clock.instant(),
                0);
    }

    /**
     * Opens a mailbox; no transaction may be open, as servers may be slow.
     *
     * @throws MessagingException when that does not work, for {@link MailboxConnection#why}
     */
    MailboxConnection connect(Mailbox mailbox) throws MessagingException {
        String secret = secrets.open(mailbox.secret(), purpose())
                .orElseThrow(() -> new MessagingException(
                        "la parola d'ordine conservata non si legge più, la chiave è cambiata: scrivila di nuovo"));
        return MailboxConnection.open(mailbox, secret);
    }

    private static String purpose() {
        return "mailbox of centre " + Acting.currentCentre();
    }
}
