// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.Refusal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;

/** The kinds of file that are taken; what a file is, is read from its content and must agree with its name. */
enum AcceptedType {
    PDF("application/pdf", "application/pdf", "pdf"),
    /** An envelope with a digital signature, CAdES (d.P.C.M. 22 February 2013, art. 63). */
    SIGNED("application/pkcs7-mime", "application/pkcs7-signature", "p7m"),
    PNG("image/png", "image/png", "png"),
    JPEG("image/jpeg", "image/jpeg", "jpg", "jpeg"),
    DOCX(OfficePackage.DOCX, OfficePackage.DOCX, "docx"),
    XLSX(OfficePackage.XLSX, OfficePackage.XLSX, "xlsx"),
    ODT(OfficePackage.ODT, OfficePackage.ODT, "odt"),
    ODS(OfficePackage.ODS, OfficePackage.ODS, "ods"),
    MAIL("message/rfc822", "message/rfc822", "eml"),
    TEXT("text/plain", "text/plain", "txt"),
    CSV("text/csv", "text/plain", "csv");

    /** Those that acts are made of: they are kept for years, and look the same to everybody. */
    static final Set<AcceptedType> OF_ACTS = Collections.unmodifiableSet(EnumSet.of(PDF, SIGNED, PNG, JPEG));

    /** Those that people send each other. */
    static final Set<AcceptedType> ALL = Collections.unmodifiableSet(EnumSet.allOf(AcceptedType.class));

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
     * @param whole where it lies
     * @param accepted those that are taken here
     * @throws Refusal when it is none of these, another than its name says, or a document that carries a program
     */
    static AcceptedType of(String name, byte[] beginning, Path whole, Set<AcceptedType> accepted) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String some = accepted.equals(ALL) ? ".any" : "";
        for (AcceptedType type : accepted) {
            if (type.extensions.contains(extension)) {
                String content =
                        OfficePackage.isOne(beginning) ? OfficePackage.mediaType(name, whole) : TIKA.detect(beginning);
                if (type.detected.equals(content)) {
                    return type;
                }
                throw new Refusal("documents.file.disagrees" + some, name);
            }
        }
        throw new Refusal("documents.file.not-accepted" + some, name);
    }

    /** As it is declared to whoever downloads it. */
    String mediaType() {
        return mediaType;
    }
}
