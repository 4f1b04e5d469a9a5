// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.documents.Upload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form, each with what it is. */
final class Uploads {

    static final String HINT = "PDF, documento firmato .p7m, PNG o JPEG, fino a 15 MB.";

    private Uploads() {}

    static List<Attached> of(@Nullable MultipartFile signed, @Nullable MultipartFile identity) {
        List<Attached> files = new ArrayList<>();
        add(files, AttachmentRole.SIGNED_REQUEST, signed);
        add(files, AttachmentRole.IDENTITY_CARD, identity);
        return files;
    }

    static List<Attached> of(AttachmentRole role, @Nullable MultipartFile chosen) {
        List<Attached> files = new ArrayList<>();
        add(files, role, chosen);
        return files;
    }

    private static void add(List<Attached> files, AttachmentRole role, @Nullable MultipartFile chosen) {
        if (chosen != null) {
            Upload.from(chosen).forEach(file -> files.add(new Attached(role, file)));
        }
    }
}
