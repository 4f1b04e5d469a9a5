// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.database.Acting;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands the mails of all centres to the mail server, each at least once. A mail is taken in one transaction and marked in
 * another: should the program die between the two it leaves again, with the same Message-ID, by which the receiver knows it.
 */
@Component
class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration STALE_AFTER = Duration.ofDays(7);

    private final Centres centres;
    private final MailStore mails;
    private final Documents documents;
    private final ObjectProvider<JavaMailSender> server;
    private final TransactionOperations transaction;
    private final Clock clock;

    Outbox(
            Centres centres,
            MailStore mails,
            Documents documents,
            ObjectProvider<JavaMailSender> server,
            TransactionOperations transaction,
            Clock clock) {
        this.centres = centres;
        this.mails = mails;
        this.documents = documents;
        this.server = server;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is a server to hand mails to. */
    boolean hasServer() {
        return server.getIfAvailable() != null;
    }

    /** Sends what is due, centre by centre; without a server nothing leaves. */
    void deliver() {
        JavaMailSender sender = server.getIfAvailable();
        if (sender != null) {
            centres.all().forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> deliver(centre, sender)));
        }
    }

    private void deliver(Centre centre, JavaMailSender sender) {
        transaction.executeWithoutResult(
                _ -> mails.giveUpOlderThan(clock.instant().minus(STALE_AFTER)));
        Optional<KeptMail> next = next();
        while (next.isPresent()) {
            KeptMail mail = next.get();
            try {
                sender.send(message(centre, mail, sender));
                transaction.executeWithoutResult(_ -> mails.sent(mail.id(), clock.instant()));
            } catch (MessagingException | IOException | RuntimeException failure) {
                LOG.warn("Mail {} of {} was not taken: {}", mail.id(), centre.code(), failure.getMessage());
                failed(mail, failure);
            }
            next = next();
        }
    }

    private Optional<KeptMail> next() {
        Instant now = clock.instant();
        // By then this attempt is long over: were it not marked, its node has died.
        return transaction.execute(_ -> mails.takeNext(now, now.plus(Duration.ofMinutes(10))));
    }

    private void failed(KeptMail mail, Exception failure) {
        boolean last = mail.attempts() >= MOST_ATTEMPTS;
        Duration pause = Duration.ofMinutes(1L << Math.min(mail.attempts(), 8)); // 2, 4, 8 … 256 minutes
        String message = String.valueOf(failure.getMessage());
        transaction.executeWithoutResult(_ -> mails.failed(
                mail.id(),
                last ? MailState.UNDELIVERED : MailState.QUEUED,
                message.substring(0, Math.min(message.length(), 500)),
                clock.instant().plus(pause)));
    }

    private MimeMessage message(Centre centre, KeptMail kept, JavaMailSender sender)
            throws MessagingException, IOException {
        Mail mail = kept.mail();
        MimeMessage message =
                new FixedIdMessage(sender, mail.headers().getOrDefault("Message-ID", messageId(centre, kept)));
        var helper = new MimeMessageHelper(message, !mail.attachments().isEmpty(), "UTF-8");
        helper.setFrom(
                EmailAddress.isOne(centre.email()) ? centre.email() : "non-rispondere@localhost", fromName(centre));
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setText(mail.text());
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), MimeUtility.fold(header.getKey().length() + 2, header.getValue()));
        }
        for (FileId id : mail.attachments()) {
            Optional<StoredFile> file = transaction.execute(_ -> documents.find(id));
            if (file != null && file.isPresent()) {
                try (InputStream content = documents.open(file.get())) {
                    helper.addAttachment(file.get().name(), new ByteArrayResource(content.readAllBytes()));
                }
            }
        }
        return message;
    }

    private static String fromName(Centre centre) throws UnsupportedEncodingException {
        return centre.shortName().isBlank() ? centre.name() : centre.shortName();
    }

    private static String messageId(Centre centre, KeptMail kept) {
        UUID known = UUID.nameUUIDFromBytes(
                (centre.id() + "|" + kept.id() + "|" + kept.mail().key()).getBytes(StandardCharsets.UTF_8));
        return "<" + known + "@" + centre.code() + ".opencit>";
    }

    /** A message that keeps the identifier it is given: Jakarta Mail would write another at each attempt. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String id;

        FixedIdMessage(JavaMailSender sender, String id) {
            super(sender.createMimeMessage().getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
