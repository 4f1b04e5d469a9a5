// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.Refusal;
import java.util.List;
import java.util.Locale;
import org.apache.tika.Tika;

/** The kinds of file that acts are made of; what a file is, is read from its content and must agree with its name. */
enum AcceptedType {
    PDF("application/pdf", "application/pdf", "pdf"),
    /** An envelope with a digital signature, CAdES (d.P.C.M. 22 February 2013, art. 63). */
    SIGNED("application/pkcs7-mime", "application/pkcs7-signature", "p7m"),
    PNG("image/png", "image/png", "png"),
    JPEG("image/jpeg", "image/jpeg", "jpg", "jpeg");

    private static final Tika TIKA = new Tika();

    private final String mediaType;
    private final String detected;
    private final List<String> extensions;

    AcceptedType(String mediaType, String detected, String... extensions) {
        this.mediaType = mediaType;
        this.detected = detected;
        this.extensions = List.of(extensions);
    }

    /**
     * Recognises a file.
     *
     * @param name as the person's computer calls it
     * @param beginning its first bytes
     * @throws Refusal when it is none of these, or another than its name says
     */
    static AcceptedType of(String name, byte[] beginning) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String content = TIKA.detect(beginning);
        for (AcceptedType type : values()) {
            if (type.extensions.contains(extension)) {
                if (type.detected.equals(content)) {
                    return type;
                }
                throw new Refusal("documents.file.disagrees", name);
            }
        }
        throw new Refusal("documents.file.not-accepted", name);
    }

    /** As it is declared to whoever downloads it. */
    String mediaType() {
        return mediaType;
    }
}
