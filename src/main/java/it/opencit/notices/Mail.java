// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import it.opencit.documents.FileId;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Refusal;
import java.util.List;
import java.util.Map;

/**
 * An e-mail that the centre sends.
 *
 * @param key by which its sender knows it, unique at a centre: the same key twice is one mail
 * @param to address of one person or office; also that of a PEC mailbox
 * @param subject one line
 * @param text plain, in Italian
 * @param attachments files kept in {@code documents}
 * @param headers more of them, by name: {@code References}, {@code Reply-To}, {@code Message-ID}; one line each
 */
public record Mail(
        String key, String to, String subject, String text, List<FileId> attachments, Map<String, String> headers) {

    public Mail {
        if (!EmailAddress.isOne(to)) {
            throw new Refusal("notices.address", to);
        }
        subject = subject.replaceAll("\\s+", " ").strip();
        attachments = List.copyOf(attachments);
        headers.values().forEach(value -> {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("A header is one line: " + value);
            }
        });
        headers = Map.copyOf(headers);
    }

    /** A mail without more headers. */
    public Mail(String key, String to, String subject, String text, List<FileId> attachments) {
        this(key, to, subject, text, attachments, Map.of());
    }
}
