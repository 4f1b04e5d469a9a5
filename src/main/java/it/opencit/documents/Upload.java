// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file on its way in.
 *
 * @param name without folders
 * @param content read once
 */
public record Upload(String name, InputStream content) {

    private static final int LONGEST_NAME = 200;

    /** The file's own name, also where a browser sends the folders; what cannot be shown or stored is left out. */
    public Upload {
        String own = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (own.isEmpty()) {
            throw new Refusal("documents.file.name-missing");
        }
        name = own.substring(Math.max(0, own.length() - LONGEST_NAME));
    }

    /** The files chosen in a form; a field left empty gives none. */
    public static List<Upload> from(MultipartFile... chosen) {
        return java.util.Arrays.stream(chosen)
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty())
                .map(Upload::from)
                .toList();
    }

    private static Upload from(MultipartFile file) {
        try {
            return new Upload(String.valueOf(file.getOriginalFilename()), file.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
