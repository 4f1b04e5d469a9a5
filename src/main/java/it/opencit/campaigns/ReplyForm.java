// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.shared.Messages;
import it.opencit.shared.ProtocolNumber;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who answered for a body, when and how, where the answer came on paper or by PEC. */
final class ReplyForm {

    private ReplyForm() {}

    /** The reply, or {@code null} when something is missing or wrong: then the form says what. */
    static @Nullable Reply read(FormInput form, Instant now, LocalDate today) {
        String by = form.required("replyBy", "campaigns.reply.by");
        LocalDate on = form.date("replyOn");
        if (on == null) {
            form.reject("replyOn", Messages.text("campaigns.reply.on"));
        } else if (on.isAfter(today)) {
            form.reject("replyOn", Messages.text("campaigns.reply.future"));
        }
        Channel channel = form.choice("channel", Channel.class);
        if (channel != Channel.PAPER && channel != Channel.PEC) {
            form.reject("channel", Messages.text("campaigns.reply.channel"));
        }
        ProtocolNumber protocol = protocol(form);
        LocalDate protocolDate = form.date("protocolDate");
        if (protocol != null && protocolDate == null) {
            form.reject("protocolDate", Messages.text("campaigns.reply.protocol-date"));
        }
        if (protocol == null && protocolDate != null) {
            form.reject("protocolNumber", Messages.text("campaigns.reply.protocol-number"));
        }
        return on == null || channel == null || !form.isValid()
                ? null
                : new Reply(now, by, on, channel, protocol, protocolDate);
    }

    private static @Nullable ProtocolNumber protocol(FormInput form) {
        String text = form.text("protocolNumber");
        if (text == null) {
            return null;
        }
        try {
            return ProtocolNumber.of(text);
        } catch (Refusal refusal) {
            form.reject("protocolNumber", refusal.inItalian());
            return null;
        }
    }
}
