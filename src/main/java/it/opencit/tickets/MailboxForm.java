// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of a mailbox. Its password is never in it: what is typed goes in, nothing comes out. */
final class MailboxForm {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int USUAL_MEGABYTES = 20;
    private static final int MOST_MEGABYTES = 50;

    private MailboxForm() {}

    /** A form filled with what is saved; the usual things where nothing is yet. */
    static FormInput filled(@Nullable Mailbox mailbox) {
        FormInput form = FormInput.empty();
        if (mailbox == null) {
            return form.with("port", 993)
                    .with("security", MailboxSecurity.TLS.name())
                    .with("folder", "INBOX")
                    .with("category", "assistenza")
                    .with("largest", USUAL_MEGABYTES)
                    .with("active", "si")
                    .with("version", 0);
        }
        return form.with("host", mailbox.host())
                .with("port", mailbox.port())
                .with("security", mailbox.security().name())
                .with("username", mailbox.username())
                .with("folder", mailbox.folder())
                .with("address", mailbox.address())
                .with("category", mailbox.category())
                .with("largest", mailbox.largest() / MEGABYTE)
                .with("existing", mailbox.existing() ? "si" : null)
                .with("active", mailbox.active() ? "si" : null)
                .with("version", mailbox.version() + 1);
    }

    /** What was typed, still without its secret; {@code null} when the form says what is wrong. */
    static @Nullable Mailbox read(FormInput form, Rulebook rules) {
        String host = form.required("host", "tickets.mailbox.host");
        if (!host.isEmpty() && !host.matches("[A-Za-z0-9.:_-]{1,253}")) {
            form.reject("host", Messages.text("tickets.mailbox.host"));
        }
        Long port = form.integer("port");
        if (port == null || port < 1 || port > 65_535) {
            form.reject("port", Messages.text("tickets.mailbox.port"));
        }
        MailboxSecurity security = form.choice("security", MailboxSecurity.class);
        String username = form.required("username", "tickets.mailbox.username");
        String address = form.required("address", "tickets.mailbox.address");
        if (!address.isEmpty() && !EmailAddress.isOne(address)) {
            form.reject("address", Messages.text("tickets.mailbox.address"));
        }
        String category = form.textOrEmpty("category");
        if (rules.offered().stream().noneMatch(one -> one.code().equals(category))) {
            form.reject("category", Messages.text("tickets.mailbox.category"));
        }
        Long largest = form.integer("largest");
        if (largest == null || largest < 1 || largest > MOST_MEGABYTES) {
            form.reject("largest", Messages.text("tickets.mailbox.largest", MOST_MEGABYTES));
        }
        if (!form.isValid() || port == null || largest == null) {
            return null;
        }
        return new Mailbox(
                0,
                host,
                port.intValue(),
                Objects.requireNonNullElse(security, MailboxSecurity.TLS),
                username,
                new byte[0],
                Objects.requireNonNullElse(form.text("folder"), "INBOX"),
                address.toLowerCase(Locale.ROOT),
                category,
                largest.intValue() * MEGABYTE,
                form.isChecked("existing"),
                form.isChecked("active"),
                Instant.EPOCH,
                0);
    }
}
