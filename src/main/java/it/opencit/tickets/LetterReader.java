// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.EmailAddress;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads messages as they come from anywhere: what is wrong in one never makes the reading fail. */
final class LetterReader {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;

    private final List<Letter.Enclosed> enclosed = new ArrayList<>();
    private boolean readable = true;
    private int parts;

    private LetterReader() {}

    /**
     * Reads a message.
     *
     * @param own address of the mailbox it came to
     */
    static Letter read(byte[] raw, String own) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            Nature nature = natureOf(message, own);
            if (nature != Nature.PEC_RECEIPT
                    && nature != Nature.PEC_ANOMALY
                    && header(message, "X-Trasporto").strip().equalsIgnoreCase("posta-certificata")) {
                Optional<MimeMessage> carried = carried(message, 0);
                return carried.isEmpty()
                        ? new LetterReader().letter(message, Nature.PEC_ANOMALY)
                        : new LetterReader().letter(carried.get(), natureOf(carried.get(), own));
            }
            return new LetterReader().letter(message, nature);
        } catch (MessagingException e) {
            return new Letter(Nature.ORDINARY, "", List.of(), "", "", "", "", false, List.of());
        }
    }

    private static Nature natureOf(MimeMessage message, String own) {
        return Nature.of(name -> header(message, name), sender(message).address(), own);
    }

    /** The message that a PEC transport envelope carries. */
    private static Optional<MimeMessage> carried(Part part, int depth) {
        try {
            if (part.isMimeType("message/rfc822")) {
                return Optional.of(new MimeMessage(SESSION, part.getInputStream()));
            }
            if (depth < DEEPEST && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
                for (int i = 0; i < Math.min(many.getCount(), MOST_PARTS); i++) {
                    Optional<MimeMessage> found = carried(many.getBodyPart(i), depth + 1);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private Letter letter(MimeMessage message, Nature nature) {
        String text;
        try {
            text = text(message, 0);
        } catch (MessagingException | IOException | RuntimeException e) {
            readable = false;
            text = "";
        }
        Sender sender = sender(message);
        List<String> references = new ArrayList<>(OwnMessages.identifiers(header(message, "References")));
        references.addAll(OwnMessages.identifiers(header(message, "In-Reply-To")));
        references.addAll(OwnMessages.identifiers(header(message, "X-Riferimento-Message-ID")));
        return new Letter(
                nature,
                shortened(OwnMessages.identifiers(header(message, "Message-ID")).stream()
                        .findFirst()
                        .orElse("")),
                references,
                sender.address(),
                shortened(sender.name()),
                shortened(subject(message)),
                Charsets.printable(text).strip(),
                readable,
                List.copyOf(enclosed));
    }

    private record Sender(String address, String name) {}

    private static Sender sender(MimeMessage message) {
        String from = header(message, "From");
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(from, false);
            if (addresses.length == 0) {
                return new Sender("", "");
            }
            String name = addresses[0].getPersonal() == null ? "" : addresses[0].getPersonal();
            String address = String.valueOf(addresses[0].getAddress()).strip().toLowerCase(Locale.ROOT);
            return new Sender(EmailAddress.isOne(address) ? address : "", decoded(name));
        } catch (AddressException e) {
            return new Sender("", "");
        }
    }

    private static String subject(MimeMessage message) {
        return decoded(header(message, "Subject")).replaceAll("\\s+", " ").strip();
    }

    /** Encoded words, or the bytes that some programs put there as they are. */
    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return unfolded.contains("=?")
                    ? MimeUtility.decodeText(unfolded)
                    : Charsets.read(unfolded.getBytes(StandardCharsets.ISO_8859_1), "")
                            .orElse(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    private static String header(MimeMessage message, String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null || values.length == 0 ? "" : values[0];
        } catch (MessagingException e) {
            return "";
        }
    }

    /** The text of a part; files found on the way are set aside. */
    private String text(Part part, int depth) throws MessagingException, IOException {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            readable = false;
            return "";
        }
        String name = fileName(part);
        boolean file = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || !name.isEmpty();
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            return part.isMimeType("multipart/alternative") ? alternative(many, depth) : all(many, depth);
        }
        if (!file && part.isMimeType("text/html")) {
            return HtmlText.of(typed(part));
        }
        if (!file && (part.isMimeType("text/plain") || part.getContentType() == null)) {
            return typed(part);
        }
        try (InputStream content = part.getInputStream()) {
            enclosed.add(new Letter.Enclosed(
                    name.isEmpty() ? "allegato-" + (enclosed.size() + 1) + extension(part) : name,
                    content.readAllBytes()));
        }
        return "";
    }

    private String all(Multipart many, int depth) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many.getCount(); i++) {
            String one = text(many.getBodyPart(i), depth + 1);
            if (!one.isBlank()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(one.strip());
            }
        }
        return text.toString();
    }

    /** The plain one when it says something, else the richest that can be read. */
    private String alternative(Multipart many, int depth) throws MessagingException, IOException {
        String best = "";
        for (int i = 0; i < many.getCount(); i++) {
            BodyPart part = many.getBodyPart(i);
            String text = text(part, depth + 1);
            if (!text.isBlank() && (best.isBlank() || part.isMimeType("text/plain"))) {
                best = text;
            }
        }
        return best;
    }

    private String typed(Part part) throws MessagingException, IOException {
        String charset = "";
        try {
            String declared = part.getContentType() == null
                    ? null
                    : new ContentType(part.getContentType()).getParameter("charset");
            charset = declared == null ? "" : declared;
        } catch (ParseException e) {
            // the bytes say it
        }
        try (InputStream content = part.getInputStream()) {
            Optional<String> text = Charsets.read(content.readAllBytes(), charset);
            readable = readable && text.isPresent();
            return text.orElse("").replace("\r\n", "\n").replace('\r', '\n');
        }
    }

    private static String fileName(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? "" : Charsets.printable(decoded(name)).strip();
        } catch (MessagingException e) {
            return "";
        }
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static String extension(Part part) throws MessagingException {
        if (part.isMimeType("image/png")) {
            return ".png";
        }
        if (part.isMimeType("image/jpeg")) {
            return ".jpg";
        }
        if (part.isMimeType("application/pdf")) {
            return ".pdf";
        }
        return part.isMimeType("message/rfc822") ? ".eml" : "";
    }

    private static String shortened(String text) {
        String printable = Charsets.printable(text);
        return printable.length() > 900 ? printable.substring(0, 900) : printable;
    }
}
